// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/preview.h"

#include "core/base/literals.h"
#include "core/pdf/page_render.h"
#include "core/pdf/signature_fields.h"

#include <QBuffer>

#include <poppler/qt6/poppler-qt6.h>

namespace andu::pdf {

namespace {

QByteArray rectangle(const QRectF &rect)
{
    return '[' + number(rect.left()) + ' ' + number(rect.top()) + ' ' + number(rect.right()) + ' '
        + number(rect.bottom()) + ']';
}

/// A one-page file with nothing on it.
QByteArray emptyPage(const PageGeometry &geometry)
{
    QByteArray out = "%PDF-1.7\n";
    QList<qsizetype> offsets;
    const auto add = [&](const QByteArray &body) {
        offsets.append(out.size());
        out += QByteArray::number(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    add("<</Type /Catalog /Pages 2 0 R>>");
    add("<</Type /Pages /Count 1 /Kids [3 0 R]>>");
    add("<</Type /Page /Parent 2 0 R /Resources <<>> /MediaBox " + rectangle(geometry.box)
        + " /Rotate " + QByteArray::number(geometry.rotation) + " /UserUnit "
        + number(geometry.userUnit) + ">>");
    const qsizetype xref = out.size();
    out += "xref\n0 4\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets) {
        out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    return out + "trailer\n<</Size 4 /Root 1 0 R>>\nstartxref\n" + QByteArray::number(xref)
        + "\n%%EOF\n";
}

std::unique_ptr<QBuffer> bufferOf(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

} // namespace

Result<QImage> previewMarks(Document &document, const QList<Mark> &marks, int page, double dpi)
{
    const auto geometry = document.page(page).and_then(geometryOf);
    if (!geometry) {
        return tl::unexpected<Error>(geometry.error());
    }
    QByteArray bytes = emptyPage(*geometry);
    auto empty = Document::open(bufferOf(bytes));
    if (!empty) {
        return tl::unexpected<Error>(empty.error());
    }
    Update update(*empty);
    SignatureFields objects(update, {}, {});
    QList<Mark> here;
    for (Mark mark : marks) {
        if (mark.part.page == page) {
            mark.part.page = 0;
            here.append(mark);
        }
    }
    if (!here.isEmpty()) {
        const auto done = objects.add(u"Preview"_s, nullptr, here, QPDFObjGen(), {}).and_then([&] {
            return objects.finish({});
        });
        if (!done) {
            return tl::unexpected<Error>(done.error());
        }
        bytes += update.finish();
    }
    const auto buffer = bufferOf(bytes);
    auto shown = loadForReading(*buffer, {});
    if (!shown) {
        return tl::unexpected<Error>(shown.error());
    }
    return renderPage(**shown, 0, dpi, Paper::Transparent);
}

} // namespace andu::pdf
