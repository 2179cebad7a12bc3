// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/device_source.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace andu::pdf {

namespace {

constexpr qint64 BlockBytes = 32 * 1024;

} // namespace

DeviceSource::DeviceSource(QIODevice &device)
    : m_device(device)
    , m_size(device.size())
{ }

bool DeviceSource::load(qint64 position)
{
    if (position >= m_blockStart && position < m_blockStart + m_block.size()) {
        return true;
    }
    if (position < 0 || position >= m_size || !m_device.seek(position)) {
        return false;
    }
    m_block.resize(BlockBytes);
    const qint64 got = m_device.read(m_block.data(), BlockBytes);
    m_block.resize(std::max<qint64>(got, 0));
    m_blockStart = position;
    return !m_block.isEmpty();
}

qpdf_offset_t DeviceSource::findAndSkipNextEOL()
{
    bool isInEol = false;
    while (load(m_position)) {
        const char *block = m_block.constData();
        for (qint64 i = m_position - m_blockStart; i < m_block.size(); ++i) {
            const bool isEol = block[i] == '\r' || block[i] == '\n';
            if (isInEol && !isEol) {
                m_position = m_blockStart + i;
                return last_offset;
            }
            if (isEol && !isInEol) {
                isInEol = true;
                last_offset = m_blockStart + i;
            }
        }
        m_position = m_blockStart + m_block.size();
    }
    if (!isInEol) {
        last_offset = m_position;
    }
    return last_offset;
}

void DeviceSource::seek(qpdf_offset_t offset, int whence)
{
    const qint64 base = whence == SEEK_CUR ? m_position : whence == SEEK_END ? m_size : 0;
    m_position = std::max<qint64>(base + offset, 0);
}

size_t DeviceSource::read(char *target, size_t length)
{
    last_offset = m_position;
    size_t done = 0;
    while (done < length && load(m_position)) {
        const qint64 at = m_position - m_blockStart;
        const qint64 part = std::min(qint64(length - done), qint64(m_block.size()) - at);
        std::memcpy(target + done, m_block.constData() + at, size_t(part));
        done += size_t(part);
        m_position += part;
    }
    if (done == 0 && length > 0) {
        last_offset = m_size;
    }
    return done;
}

} // namespace andu::pdf
