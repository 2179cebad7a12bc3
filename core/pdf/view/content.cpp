// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/view/content.h"

#include "core/base/literals.h"

#include <QBuffer>

#include <algorithm>

namespace andu::pdf::view {

namespace {

/// A device followed by bytes in memory, cut at a length.
class JoinedDevice final : public QIODevice
{
public:
    JoinedDevice(std::unique_ptr<QIODevice> base, QByteArray tail, std::optional<qint64> limit)
        : m_base(std::move(base))
        , m_tail(std::move(tail))
        , m_baseBytes(m_base->size())
    {
        const qint64 all = m_baseBytes + m_tail.size();
        m_size = std::min(all, limit.value_or(all));
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_size; }

protected:
    /// Fills the buffer from both parts: QIODevice takes a short read for the end.
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 at = pos();
        const qint64 wanted = std::min(maxSize, m_size - at);
        qint64 done = 0;
        if (at < m_baseBytes && wanted > 0) {
            const qint64 fromBase = std::min(wanted, m_baseBytes - at);
            if (!m_base->seek(at) || m_base->read(data, fromBase) != fromBase) {
                return -1;
            }
            done = fromBase;
        }
        if (done < wanted) {
            std::copy_n(m_tail.constData() + (at + done - m_baseBytes), wanted - done, data + done);
            done = wanted;
        }
        return done;
    }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::unique_ptr<QIODevice> m_base;
    QByteArray m_tail;
    qint64 m_baseBytes;
    qint64 m_size;
};

std::unique_ptr<QIODevice> bufferOf(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

} // namespace

Content::Content(DeviceFactory base)
    : m_base(std::move(base))
{ }

Content Content::fromBytes(const QByteArray &bytes)
{
    return Content([bytes] { return bufferOf(bytes); });
}

Content Content::withUpdate(const QByteArray &appended) const
{
    if (m_limitBytes) {
        // A revision that is added to is a document of its own.
        const Content cut = *this;
        Content joined([cut]() -> std::unique_ptr<QIODevice> {
            auto device = cut.open();
            return device ? std::move(*device) : nullptr;
        });
        joined.m_updates = appended;
        return joined;
    }
    Content next = *this;
    next.m_updates += appended;
    return next;
}

Content Content::prefix(qint64 sizeBytes) const
{
    Content cut = *this;
    cut.m_limitBytes = std::min(sizeBytes, m_limitBytes.value_or(sizeBytes));
    return cut;
}

Result<std::unique_ptr<QIODevice>> Content::open() const
{
    std::unique_ptr<QIODevice> base = m_base ? m_base() : nullptr;
    if (!base || !base->isReadable()) {
        return fail(ErrorCode::Storage, u"the file cannot be read"_s);
    }
    if (m_updates.isEmpty() && !m_limitBytes) {
        return base;
    }
    return std::make_unique<JoinedDevice>(std::move(base), m_updates, m_limitBytes);
}

Result<QByteArray> Content::readAll() const
{
    const auto device = open();
    if (!device) {
        return tl::unexpected<Error>(device.error());
    }
    QByteArray bytes = (*device)->readAll();
    if (bytes.size() != (*device)->size()) {
        return fail(ErrorCode::Storage, u"the file cannot be read to its end"_s);
    }
    return bytes;
}

} // namespace andu::pdf::view
