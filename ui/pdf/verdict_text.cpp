// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/verdict_text.h"

#include "core/base/literals.h"
#include "ui/pdf/change_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace andu::ui {

namespace {

using namespace pdf::verify;

/// Context of these sentences in the translations.
class VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::VerdictWords)
};

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

CheckStep integrityStep(const SignatureReport &signature)
{
    CheckStep step{ Tone::Danger, VerdictWords::tr("Integrity"), {}, VerdictWords::tr("Failed") };
    switch (signature.integrity) {
    case Integrity::Ok:
        return { Tone::Ok,
                 step.title,
                 VerdictWords::tr("The signed pages are as they were when signed"),
                 VerdictWords::tr("Passed") };
    case Integrity::Broken:
        step.detail = VerdictWords::tr("The bytes do not fit the signature");
        break;
    case Integrity::Unsupported:
        step.detail = VerdictWords::tr("The signature is of a kind that cannot be checked");
        step.word = VerdictWords::tr("Not checked");
        break;
    }
    return step;
}

CheckStep algorithmStep(const SignatureReport &signature)
{
    return { signature.isWeak ? Tone::Warn : Tone::Ok,
             VerdictWords::tr("Algorithm"),
             text(signature.algorithm),
             signature.isWeak ? VerdictWords::tr("Too weak") : VerdictWords::tr("Passed") };
}

CheckStep chainStep(const SignatureReport &signature)
{
    QStringList path;
    for (const std::string &subject : signature.path) {
        path.prepend(text(subject)); // root first, as the picture of a chain hangs
    }
    CheckStep step{ Tone::Warn, VerdictWords::tr("Certificate chain"), path.join(u" › "_s), {} };
    switch (signature.certificate) {
    case CertificateStatus::Trusted:
        step.tone = Tone::Ok;
        step.word = VerdictWords::tr("Trusted");
        break;
    case CertificateStatus::Untrusted:
        step.word = VerdictWords::tr("Not trusted");
        break;
    case CertificateStatus::Expired:
        step.word = VerdictWords::tr("Not valid then");
        break;
    case CertificateStatus::Revoked:
        step.tone = Tone::Danger;
        step.word = VerdictWords::tr("Revoked");
        break;
    case CertificateStatus::Unknown:
        step.word = VerdictWords::tr("Unknown");
        break;
    }
    return step;
}

CheckStep timeStep(const SignatureReport &signature)
{
    switch (signature.timeSource) {
    case TimeSource::Timestamp:
        return { Tone::Ok,
                 VerdictWords::tr("Time stamp"),
                 timeText(signature),
                 VerdictWords::tr("Passed") };
    case TimeSource::Claimed:
        return { Tone::Neutral,
                 VerdictWords::tr("Time"),
                 VerdictWords::tr("%1, as the signer's computer said").arg(timeText(signature)),
                 VerdictWords::tr("Not proven") };
    case TimeSource::None:
        break;
    }
    return { Tone::Neutral,
             VerdictWords::tr("Time"),
             VerdictWords::tr("The signature names no time"),
             VerdictWords::tr("None") };
}

CheckStep coverageStep(const SignatureReport &signature)
{
    const bool isWhole = signature.coverage == Coverage::Whole;
    return { isWhole ? Tone::Ok : Tone::Neutral,
             VerdictWords::tr("Coverage"),
             isWhole ? VerdictWords::tr("The whole file")
                     : VerdictWords::tr("An earlier revision of the file"),
             isWhole ? VerdictWords::tr("Whole") : VerdictWords::tr("Revision") };
}

CheckStep changeStep(const SignatureReport &signature)
{
    CheckStep step{ Tone::Ok,
                    VerdictWords::tr("Changed afterwards"),
                    VerdictWords::tr("Nothing"),
                    VerdictWords::tr("None") };
    const int count = int(signature.changes.size());
    if (signature.modification == Modification::Permitted) {
        step.detail = VerdictWords::tr("%n addition(s) that the signature allows", nullptr, count);
        step.word = VerdictWords::tr("Allowed");
    } else if (signature.modification == Modification::Forbidden) {
        step.tone = Tone::Danger;
        step.detail = VerdictWords::tr(
            "%n change(s) that the signature does not allow",
            nullptr,
            int(std::count_if(signature.changes.begin(),
                              signature.changes.end(),
                              [](const Change &change) { return change.isForbidden; })));
        step.word = VerdictWords::tr("Not allowed");
    }
    return step;
}

} // namespace

Token tokenOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return Token::Ok;
    case Tone::Warn:
        return Token::Warn;
    case Tone::Danger:
        return Token::Danger;
    case Tone::Neutral:
        break;
    }
    return Token::Text2;
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"ok"_s;
    case Tone::Warn:
        return u"warn"_s;
    case Tone::Danger:
        return u"danger"_s;
    case Tone::Neutral:
        break;
    }
    return u"neutral"_s;
}

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"delivered"_s;
    case Tone::Warn:
        return u"attention"_s;
    case Tone::Danger:
        return u"error"_s;
    case Tone::Neutral:
        break;
    }
    return u"info"_s;
}

VerdictText verdictText(const DocumentCheck &check)
{
    switch (check.report.verdict) {
    case Verdict::Valid:
        return { Tone::Ok,
                 VerdictWords::tr("Signatures valid"),
                 VerdictWords::tr("Nothing was changed after signing.") };
    case Verdict::ValidWithLaterAdditions:
        return { Tone::Ok,
                 VerdictWords::tr("Signatures valid"),
                 VerdictWords::tr("Later additions are of a kind the signatures allow.") };
    case Verdict::Untrusted:
        return { Tone::Warn,
                 VerdictWords::tr("Unchanged, but not trusted"),
                 VerdictWords::tr("The document is as signed, but a signer or an algorithm cannot "
                                  "be relied on.") };
    case Verdict::Modified:
        return { Tone::Danger,
                 VerdictWords::tr("Changed after signing"),
                 VerdictWords::tr("Something was changed that the signatures do not allow. Look at "
                                  "the signed revision.") };
    case Verdict::Invalid:
        return { Tone::Danger,
                 VerdictWords::tr("Signature invalid"),
                 VerdictWords::tr("A signature does not fit the document. Do not rely on it.") };
    case Verdict::Unsigned:
        break;
    }
    return { Tone::Neutral,
             VerdictWords::tr("Not signed"),
             VerdictWords::tr("This document holds no signature.") };
}

QList<CheckStep> stepsOf(const SignatureReport &signature)
{
    return { integrityStep(signature), algorithmStep(signature), chainStep(signature),
             timeStep(signature),      coverageStep(signature),  changeStep(signature) };
}

Tone toneOf(const SignatureReport &signature)
{
    Tone worst = Tone::Ok;
    for (const CheckStep &step : stepsOf(signature)) {
        if (step.tone == Tone::Danger || (step.tone == Tone::Warn && worst == Tone::Ok)) {
            worst = step.tone;
        }
    }
    return worst;
}

QString timeText(const SignatureReport &signature)
{
    if (!signature.timeUtc) {
        return {};
    }
    const QDateTime local = QDateTime::fromSecsSinceEpoch(*signature.timeUtc);
    return local.toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString reportText(const DocumentCheck &check, const QString &document)
{
    const VerdictText verdict = verdictText(check);
    QStringList lines{ document,
                       VerdictWords::tr("Checked: %1")
                           .arg(check.atUtc.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)),
                       {},
                       verdict.title,
                       verdict.sentence };
    for (const SignatureReport &signature : check.report.signatures) {
        const SignatureClaims claims = check.claims.value(text(signature.field));
        lines << QString() << text(signature.signer) + u" ("_s + text(signature.field) + u')';
        if (!claims.reason.isEmpty()) {
            lines << u"  "_s + VerdictWords::tr("Reason") + u": "_s + claims.reason;
        }
        for (const CheckStep &step : stepsOf(signature)) {
            lines << u"  "_s + step.title + u": "_s + step.word + u" - "_s + step.detail;
        }
        for (const Change &change : signature.changes) {
            lines << (change.isForbidden ? u"    ! "_s : u"    + "_s)
                    + changeText(text(change.what));
        }
        for (const std::string &finding : signature.findings) {
            lines << u"    "_s + changeText(text(finding));
        }
    }
    for (const std::string &finding : check.report.findings) {
        lines << changeText(text(finding));
    }
    QString out = lines.join(u'\n') + u'\n';
    // Names come from the file: nothing in them may steer a terminal that shows the report.
    for (QChar &character : out) {
        const bool isControl = character.category() == QChar::Other_Control
            || character.category() == QChar::Other_Format;
        if (isControl && character != u'\n') {
            character = u'?';
        }
    }
    return out;
}

} // namespace andu::ui
