// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdf_text.h"

#include "core/base/literals.h"
#include "core/pdf/document.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace andu::ui {

namespace {

/// Context of these sentences in the translations.
class PdfText
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::PdfText)
};

/// Sentence for a reason why nothing may be appended; empty when the error is another one.
QString refusalText(const QString &detail)
{
    const auto is = [&detail](pdf::Refusal reason) {
        return detail.section(u':', 0, 0) == pdf::nameOf(reason);
    };
    if (is(pdf::Refusal::CertifiedNoChanges)) {
        return PdfText::tr("The author certified this document and allows no changes.");
    }
    if (is(pdf::Refusal::CertifiedNoNewField)) {
        return PdfText::tr(
            "The author certified this document: only signature fields that are already "
            "there may be signed.");
    }
    if (is(pdf::Refusal::Locked)) {
        return PdfText::tr("An earlier signature locked this document or these fields.");
    }
    if (is(pdf::Refusal::Permission)) {
        return PdfText::tr(
            "The document's own permissions forbid this change. Open it with the owner "
            "password to change it.");
    }
    if (is(pdf::Refusal::Xfa)) {
        return PdfText::tr("The document holds an XFA form; changes to it would stay hidden.");
    }
    if (is(pdf::Refusal::UnsupportedEncryption)) {
        return PdfText::tr("The document is encrypted in a way that does not allow changes here.");
    }
    if (is(pdf::Refusal::Repaired) || is(pdf::Refusal::DamagedXref) || is(pdf::Refusal::LeadingJunk)
        || is(pdf::Refusal::NoHeader)) {
        return PdfText::tr(
            "The file is damaged inside. It can be read but not signed or filled in: other "
            "programs would see another document. Ask for a fresh copy.");
    }
    return {};
}

} // namespace

QString pdfErrorText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Refused: {
        const QString reason = refusalText(error.detail);
        return reason.isEmpty() ? errorText(error) : reason;
    }
    case ErrorCode::WrongKey:
        return PdfText::tr("The password does not open it.");
    case ErrorCode::BadInput:
        return PdfText::tr(
            "The file is damaged or is not a PDF. Nothing was changed; ask for a fresh copy.");
    case ErrorCode::NotFound:
        return PdfText::tr("The text was not found in the document. Place it by hand.");
    case ErrorCode::Storage:
        return PdfText::tr("The file cannot be read from this computer any more.");
    default:
        return errorText(error);
    }
}

QString paperText(const QSizeF &sizePt)
{
    const double mm = 25.4 / 72;
    return PdfText::tr("%1 × %2 mm")
        .arg(QLocale().toString(qRound(sizePt.width() * mm)),
             QLocale().toString(qRound(sizePt.height() * mm)));
}

QString rightsText(bool mayPrint, bool mayCopy)
{
    if (mayPrint && mayCopy) {
        return PdfText::tr("Printing and copying allowed");
    }
    if (mayPrint) {
        return PdfText::tr("Printing allowed, copying text not allowed");
    }
    return mayCopy ? PdfText::tr("Copying text allowed, printing not allowed")
                   : PdfText::tr("Printing and copying not allowed");
}

} // namespace andu::ui
