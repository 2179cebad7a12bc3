// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/page_render.h"

#include "core/base/literals.h"

#include <poppler/qt6/poppler-qt6.h>

namespace andu::pdf {

namespace {

constexpr double MaxPixels = 150e6;

void ignoreChatter(const QString &, const QVariant &) { }

} // namespace

Result<std::unique_ptr<Poppler::Document>> loadForReading(QIODevice &device,
                                                          const crypto::SecureBytes &password)
{
    Poppler::setDebugErrorFunction(ignoreChatter, {});
    if (!device.seek(0)) {
        return fail(ErrorCode::Storage, u"the file cannot be read"_s);
    }
    QByteArray word = password.view().toByteArray();
    std::unique_ptr<Poppler::Document> document(Poppler::Document::load(&device, word, word));
    crypto::wipe(word);
    if (!document) {
        return fail(ErrorCode::BadInput, u"the file cannot be read as a PDF"_s);
    }
    if (document->isLocked()) {
        return fail(ErrorCode::WrongKey, u"the password does not open the file"_s);
    }
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return document;
}

Result<QImage> renderPage(Poppler::Document &document, int page, double dpi, Paper paper)
{
    const std::unique_ptr<Poppler::Page> shown(document.page(page));
    if (!shown) {
        return fail(ErrorCode::BadInput, u"there is no page %1"_s.arg(page + 1));
    }
    const QSizeF size = shown->pageSizeF();
    if (size.width() * size.height() * dpi * dpi / 5184 > MaxPixels) {
        return fail(ErrorCode::BadInput, u"the page is too large for this resolution"_s);
    }
    document.setRenderHint(Poppler::Document::IgnorePaperColor, paper == Paper::Transparent);
    QImage image = shown->renderToImage(dpi, dpi);
    if (image.isNull()) {
        return fail(ErrorCode::BadInput, u"the page cannot be rendered"_s);
    }
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    return image;
}

} // namespace andu::pdf
