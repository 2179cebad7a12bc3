// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/form_body.h"

#include <QUuid>

#include <utility>

namespace andu::o2oa {

// A random boundary of 122 bits: no content can hold it by design.
FormBody::FormBody()
    : m_boundary("andu-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{ }

void FormBody::addText(const QByteArray &name, const QString &text)
{
    m_body += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"" + name
        + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text.toUtf8() + "\r\n";
}

void FormBody::addFile(const QByteArray &name, const QByteArray &content)
{
    m_body.reserve(m_body.size() + content.size() + 512);
    m_body += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"" + name
        + "\"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    m_body += content;
    m_body += "\r\n";
}

QByteArray FormBody::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

QByteArray FormBody::take()
{
    m_body += "--" + m_boundary + "--\r\n";
    return std::exchange(m_body, {});
}

} // namespace andu::o2oa
