// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <qpdf/InputSource.hh>

namespace andu::pdf {

/// Lets QPDF read from any random-access device, so that a file of the vault needs no plaintext
/// copy. Reads blocks; a mapping would turn a truncated file into a crash.
class DeviceSource final : public InputSource
{
public:
    explicit DeviceSource(QIODevice &device);

    qpdf_offset_t findAndSkipNextEOL() override;
    std::string const &getName() const override { return m_name; }
    qpdf_offset_t tell() override { return m_position; }
    void seek(qpdf_offset_t offset, int whence) override;
    void rewind() override { m_position = 0; }
    size_t read(char *target, size_t length) override;
    void unreadCh(char) override { --m_position; }

private:
    [[nodiscard]] bool load(qint64 position);

    QIODevice &m_device;
    std::string m_name = "document";
    qint64 m_size = 0;
    qint64 m_position = 0;
    QByteArray m_block;
    qint64 m_blockStart = 0;
};

} // namespace andu::pdf
