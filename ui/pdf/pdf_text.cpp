// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdf_text.h"

#include "core/base/literals.h"
#include "core/pdf/document.h"
#include "core/pdf/seal_register.h"
#include "ui/pdf/long_term.h"
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

/// Sentence for a reason of the office's rules; empty when the error is another one.
QString ruleText(const QString &detail)
{
    const QString reason = detail.section(u':', 0, 0);
    const auto is = [&reason](pdf::SealUseRefusal rule) { return reason == pdf::nameOf(rule); };
    if (is(pdf::SealUseRefusal::NoApproval)) {
        return PdfText::tr("A seal of the office needs an approval: type its number. Nothing was "
                           "sealed.");
    }
    if (is(pdf::SealUseRefusal::OtherFile)) {
        return PdfText::tr("The approval names another file than this one. Nothing was sealed.");
    }
    if (is(pdf::SealUseRefusal::DailyLimit)) {
        return PdfText::tr("This seal has been used as often as it may be today. Nothing was "
                           "sealed.");
    }
    if (is(pdf::SealUseRefusal::ApprovalLimit)) {
        return PdfText::tr(
            "The approval does not allow that many impressions. Nothing was sealed.");
    }
    if (is(pdf::SealUseRefusal::OwnRequest)) {
        return PdfText::tr("Who asked for the seal may not be the one who sets it. Nothing was "
                           "sealed.");
    }
    if (reason == u"seal-frozen"_s) {
        return PdfText::tr("This seal is frozen and may not be used.");
    }
    if (reason == u"seal-expired"_s) {
        return PdfText::tr("This seal is not valid today.");
    }
    if (reason == u"other-certificate"_s) {
        return PdfText::tr("This seal belongs to another certificate than the key's.");
    }
    if (reason == u"untrusted-maker"_s) {
        return PdfText::tr("The maker of this electronic seal is not trusted.");
    }
    return {};
}

/// Sentence for what a signature or a field does not allow; empty when the error is another one.
QString signingText(const QString &detail)
{
    const QString reason = detail.section(u':', 0, 0);
    if (reason == u"field-in-use"_s) {
        return PdfText::tr("This signature field is signed already or cannot be signed.");
    }
    if (reason == u"not-first"_s) {
        return PdfText::tr("Only the first signature of a document can certify it.");
    }
    if (reason == u"certificate-expired"_s) {
        return PdfText::tr("The certificate of this key is not valid today.");
    }
    if (reason == u"read-only"_s) {
        return PdfText::tr("A field may not be changed. Nothing was saved.");
    }
    return {};
}

/// Sentence for a time stamp that could not be had.
QString timestampText(const Error &error)
{
    return error.code == ErrorCode::Offline
        ? PdfText::tr("The time stamp server did not answer. Check its address and the network.")
        : PdfText::tr("The time stamp server answered something that cannot be used.");
}

/// Input that is no matter of the file; empty when the file is at fault.
QString inputText(const QString &detail)
{
    if (detail.contains(u"at least two pages"_s)) {
        return PdfText::tr("A seam seal needs at least two pages.");
    }
    if (detail.contains(u"outside the document"_s) || detail.contains(u"outside page"_s)) {
        return PdfText::tr("These pages or places are not in the document.");
    }
    return detail.contains(u"keyword is empty"_s) ? PdfText::tr("Type the words to place it at.")
                                                  : QString();
}

} // namespace

QString keyErrorText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongKey:
        return PdfText::tr("The password does not open it.");
    case ErrorCode::Locked:
        return PdfText::tr("The token is locked after too many wrong PINs. Its issuer can unlock "
                           "it.");
    case ErrorCode::NotFound:
        return PdfText::tr("The key cannot be found there.");
    case ErrorCode::BadReply:
        return PdfText::tr("The vendor's library failed. Unplug the token, plug it in and try "
                           "again.");
    case ErrorCode::BadInput:
        return PdfText::tr("There is no key that can be used.");
    default:
        return pdfErrorText(error);
    }
}

QString pdfErrorText(const Error &error)
{
    if (isTimestampError(error)) {
        return timestampText(error);
    }
    switch (error.code) {
    case ErrorCode::Refused:
        for (const auto &sentence : { refusalText, ruleText, signingText }) {
            if (const QString text = sentence(error.detail); !text.isEmpty()) {
                return text;
            }
        }
        return PdfText::tr("This is not allowed here. Nothing was changed.");
    case ErrorCode::BadReply:
        return PdfText::tr("An answer could not be used. Nothing was changed.");
    case ErrorCode::Invalid:
        return PdfText::tr("A value does not fit its field. Nothing was saved.");
    case ErrorCode::Damaged:
        return PdfText::tr("The register or a seal on this computer was changed by hand. Nothing "
                           "was sealed.");
    case ErrorCode::Locked:
        return keyErrorText(error);
    case ErrorCode::WrongKey:
        return PdfText::tr("The password does not open it.");
    case ErrorCode::BadInput: {
        const QString text = inputText(error.detail);
        return !text.isEmpty()
            ? text
            : PdfText::tr("The file is damaged or is not a PDF. Nothing was changed; ask for a "
                          "fresh copy.");
    }
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
