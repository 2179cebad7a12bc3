// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace andu::o2oa {

/// A multipart/form-data body (RFC 7578) in one piece. Qt's own multipart is sent again by Qt when
/// a connection ends without an answer; this one goes out as an ordinary body, once.
class FormBody
{
public:
    FormBody();

    void addText(const QByteArray &name, const QString &text);
    /// The file's real name goes into a text part of its own: header fields do not carry every
    /// sign.
    void addFile(const QByteArray &name, const QByteArray &content);

    [[nodiscard]] QByteArray contentType() const;
    /// Closes the body; nothing can be added afterwards.
    [[nodiscard]] QByteArray take();

private:
    QByteArray m_boundary;
    QByteArray m_body;
};

} // namespace andu::o2oa
