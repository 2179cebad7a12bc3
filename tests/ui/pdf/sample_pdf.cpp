// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pdf/sample_pdf.h"

#include "core/base/literals.h"

#include <QBuffer>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>

namespace andu::test {

namespace {

constexpr int Dpi = 300;

int mm(double value)
{
    return qRound(value / 25.4 * Dpi);
}

QFont fontOf(double points)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPointSizeF(points);
    return font;
}

/// Numbers the objects, adds the table and the trailer.
QByteArray assembled(const QList<QByteArray> &objects, const QByteArray &catalog)
{
    QByteArray out = "%PDF-1.7\n";
    QList<qsizetype> offsets;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        offsets.append(out.size());
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const qsizetype table = out.size();
    out += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets) {
        out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    out += "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root " + catalog
        + " >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return out;
}

QByteArray stream(const QByteArray &data)
{
    return "<< /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

void drawFirst(QPainter &painter)
{
    painter.setFont(fontOf(16));
    painter.drawText(mm(28), mm(37), u"加急"_s);
    painter.setPen(QColor(0xD7, 0, 0x0F));
    painter.setFont(fontOf(32));
    painter.drawText(
        QRect(mm(28), mm(60), mm(154), mm(20)), Qt::AlignCenter, u"云湖市政务服务和数据管理局"_s);
    painter.setPen(QPen(QColor(0xD7, 0, 0x0F), mm(0.6)));
    painter.drawLine(mm(28), mm(108), mm(182), mm(108));
    painter.setPen(Qt::black);
    painter.setFont(fontOf(14));
    painter.drawText(
        QRect(mm(28), mm(96), mm(154), mm(8)), Qt::AlignCenter, u"云政数〔2026〕32号"_s);
}

} // namespace

QByteArray officialLetter(int pages)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(Dpi);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(u"通知"_s);
        QPainter painter(&writer);
        for (int page = 0; page < pages; ++page) {
            if (page > 0) {
                writer.newPage();
            }
            if (page == 0) {
                drawFirst(painter);
            }
            painter.setFont(fontOf(14));
            const int top = page == 0 ? 120 : 40;
            for (int line = 0; line < (page == 0 ? 10 : 12); ++line) {
                painter.drawText(
                    mm(28),
                    mm(top + line * 10),
                    u"　　请各单位对照《数据质量问题清单》，于2026年9月26日前完成自查。"_s);
            }
            if (page == pages - 1) {
                painter.drawText(mm(112), mm(206), u"云湖市政务服务和数据管理局"_s);
                painter.drawText(mm(124), mm(216), u"2026年9月16日"_s);
            }
            painter.drawText(mm(160), mm(280), u"— %1 —"_s.arg(page + 1));
        }
    }
    return out;
}

QByteArray manyPages(int pages)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(Dpi);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QPainter painter(&writer);
        painter.setFont(fontOf(14));
        for (int page = 0; page < pages; ++page) {
            if (page > 0) {
                writer.newPage();
            }
            for (int line = 0; line < 30; ++line) {
                painter.drawText(mm(10),
                                 mm(20 + line * 8),
                                 u"第%1页 第%2行 office document line"_s.arg(page + 1).arg(line));
            }
        }
    }
    return out;
}

QByteArray formPdf()
{
    const QByteArray text = "BT /F1 14 Tf 60 740 Td (Application form) Tj ET\n"
                            "BT /F1 11 Tf 60 704 Td (Name) Tj ET\nBT /F1 11 Tf 60 664 Td (Remarks) "
                            "Tj ET\nBT /F1 11 Tf 60 584 Td (Agreed) Tj ET\nBT /F1 11 Tf 60 544 Td "
                            "(Unit) Tj ET";
    return assembled(
        { "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 8 0 R 9 0 R] /DA (/F1 "
          "11 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> >> >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
          "/Font "
          "<< /F1 5 0 R >> >> /Annots [6 0 R 7 0 R 8 0 R 9 0 R] >>",
          stream(text),
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
          "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [140 696 400 718] /P 3 0 R /F "
          "4 "
          "/DA (/F1 11 Tf 0 g) /MK << /BC [0.6 0.6 0.6] >> >>",
          "<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 4096 /T (remarks) /Rect [140 610 400 678] "
          "/P 3 0 R /F 4 /DA (/F1 11 Tf 0 g) /MK << /BC [0.6 0.6 0.6] >> >>",
          "<< /Type /Annot /Subtype /Widget /FT /Btn /T (agreed) /Rect [140 578 158 596] /P 3 0 R "
          "/F "
          "4 /V /Off /AS /Off /AP << /N << /Yes 10 0 R /Off 11 0 R >> >> >>",
          "<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (unit) /Rect [140 536 400 558] "
          "/P 3 "
          "0 R /F 4 /Opt [(Office) (Finance) (Archive)] /V (Office) /DA (/F1 11 Tf 0 g) >>",
          "<< /Type /XObject /Subtype /Form /BBox [0 0 18 18] /Length 26 >>\nstream\n0 0 m 18 18 l "
          "18 "
          "0 m 0 S\n\nendstream",
          "<< /Type /XObject /Subtype /Form /BBox [0 0 18 18] /Length 0 >>\nstream\n\nendstream" },
        "1 0 R");
}

QByteArray linkedPdf()
{
    return assembled(
        { "<< /Type /Catalog /Pages 2 0 R /Outlines 8 0 R >>",
          "<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
          "/Font "
          "<< /F1 6 0 R >> >> /Annots [5 0 R 11 0 R] >>",
          stream("BT /F1 14 Tf 60 740 Td (Open the web site) Tj ET\nBT /F1 14 Tf 60 700 Td (To the "
                 "second page) Tj ET"),
          "<< /Type /Annot /Subtype /Link /Rect [60 732 200 756] /A << /S /URI /URI "
          "(https://office.example/notice) >> >>",
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Rotate 90 >>",
          "<< /Type /Outlines /First 9 0 R /Last 10 0 R /Count 2 >>",
          "<< /Title (First chapter) /Parent 8 0 R /Next 10 0 R /Dest [3 0 R /Fit] >>",
          "<< /Title (Second chapter) /Parent 8 0 R /Prev 9 0 R /Dest [7 0 R /Fit] >>",
          "<< /Type /Annot /Subtype /Link /Rect [60 692 200 716] /Dest [7 0 R /Fit] >>" },
        "1 0 R");
}

QByteArray encrypted(const QByteArray &pdf, const QString &password)
{
    QTemporaryDir place;
    const QString in = place.filePath(u"in.pdf"_s);
    const QString out = place.filePath(u"out.pdf"_s);
    QFile file(in);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()) {
        return {};
    }
    file.close();
    const QStringList arguments{ u"--encrypt"_s,   password, u"owner"_s, u"256"_s,
                                 u"--extract=n"_s, u"--"_s,  in,         out };
    if (QProcess::execute(u"qpdf"_s, arguments) != 0) {
        return {};
    }
    QFile made(out);
    return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
}

} // namespace andu::test
