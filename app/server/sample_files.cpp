// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample_files.h"

#include "app/server/picture.h"
#include "core/base/literals.h"

#include <QList>

namespace andu::server {

namespace {

/// UTF-16BE as a hexadecimal string of PDF.
QByteArray hexText(const QString &text)
{
    QByteArray hex = "<";
    for (const QChar c : text) {
        hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return hex + '>';
}

/// One A4 page (ISO 32000-1) with a title, set in the predefined Chinese font.
QByteArray page(const QString &title)
{
    const QByteArray content = "BT /F1 18 Tf 72 760 Td " + hexText(title)
        + " Tj 0 -36 Td /F1 11 Tf " + hexText(u"案牍评估服务器示例文件"_s) + " Tj ET";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content
            + "\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H "
        "/DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
    };
    QByteArray out = "%PDF-1.4\n";
    QByteArray table
        = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const qsizetype start = out.size();
    return out + table + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1)
        + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

} // namespace

QByteArray sampleFile(const QString &name)
{
    if (name.endsWith(u".pdf"_s, Qt::CaseInsensitive)) {
        return page(name.chopped(4));
    }
    return name.endsWith(u".png"_s, Qt::CaseInsensitive) ? portrait(name) : QByteArray();
}

} // namespace andu::server
