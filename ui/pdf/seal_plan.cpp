// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/seal_plan.h"

#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/software_signer.h"
#include "core/pdf/token_signer.h"
#include "ui/pdf/long_term.h"
#include "ui/pdf/print_job.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace andu::ui {

namespace {

constexpr qint64 MaxKeyFileBytes = 4 << 20;

Result<QByteArray> sm3Of(pdf::Document &document, QByteArrayView appended)
{
    pdf::Digest digest(pdf::DigestKind::Sm3);
    if (auto read = digest.addDevice(document.device(), document.sizeBytes()); !read) {
        return tl::unexpected<Error>(read.error());
    }
    digest.add(appended);
    return digest.finish();
}

} // namespace

Result<std::unique_ptr<pdf::Signer>> openSigner(const KeyChoice &choice)
{
    const crypto::SecureBytes none;
    const crypto::SecureBytes &secret = choice.secret ? *choice.secret : none;
    if (choice.place != KeyPlace::Pkcs12) {
        pdf::TokenAddress address;
        address.helper = QCoreApplication::applicationDirPath() + u"/andu-keyd"_s;
        address.kind = choice.place == KeyPlace::Skf ? pdf::TokenKind::Skf : pdf::TokenKind::Pkcs11;
        address.library = choice.path;
        address.label = choice.label;
        auto token = pdf::TokenSigner::open(address, secret, {});
        if (!token) {
            return tl::unexpected<Error>(token.error());
        }
        return std::unique_ptr<pdf::Signer>(std::move(*token));
    }
    QFile file(choice.path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxKeyFileBytes) {
        return fail(ErrorCode::NotFound, u"no-key: the key file cannot be read"_s);
    }
    auto signer = pdf::SoftwareSigner::fromPkcs12(file.readAll(), secret);
    if (!signer) {
        return tl::unexpected<Error>(signer.error());
    }
    return std::unique_ptr<pdf::Signer>(std::move(*signer));
}

LaterSteps laterSteps(const SealPlan &plan)
{
    LaterSteps steps;
    steps.validationData
        = plan.level == SignatureLevel::LongTerm || plan.level == SignatureLevel::Archive;
    steps.documentStamp = plan.level == SignatureLevel::Archive
        || (plan.isElectronic && plan.level != SignatureLevel::Plain);
    return steps;
}

pdf::SignRequest
requestFor(const SealPlan &plan, const QList<pdf::Part> &parts, const QDateTime &now)
{
    pdf::SignRequest request;
    request.reason = plan.reason;
    request.location = plan.location;
    request.contact = plan.contact;
    request.lock = plan.lock;
    request.field = plan.field ? plan.field->name : QString();
    request.certify = plan.certify;
    request.time = now.toOffsetFromUtc(now.offsetFromUtc());
    for (const pdf::Part &part : parts) {
        request.marks.append(pdf::Mark{ plan.look, part });
    }
    return request;
}

pdf::SealUse useFor(const SealPlan &plan,
                    const QList<pdf::Part> &parts,
                    const SealOffice &office,
                    const QString &title,
                    int pageCount,
                    const QDateTime &nowUtc)
{
    pdf::SealUse use;
    use.timeUtc = nowUtc;
    use.seal = plan.seal ? plan.seal->name : QString();
    use.fileName = title;
    use.documentTitle = QFileInfo(title).completeBaseName();
    use.pages = pageCount;
    use.marks = int(parts.size());
    use.isSeam = plan.mode == SealMode::Seam;
    use.copies = plan.copies;
    use.documentNumber = plan.documentNumber;
    use.recipient = plan.recipient;
    use.applicant = plan.approval.applicant;
    use.approver = plan.approval.approver;
    use.approval = plan.approval.number;
    use.approvalTitle = plan.approval.title;
    use.job = plan.approval.job;
    use.approvedMarks = plan.approval.marks;
    use.operatorName = office.operatorName;
    QStringList places;
    for (const pdf::Part &part : parts.mid(0, 20)) {
        places.append(u"%1: %2,%3"_s.arg(part.page + 1)
                          .arg(part.displayedMm.left(), 0, 'f', 1)
                          .arg(part.displayedMm.top(), 0, 'f', 1));
    }
    use.places = places.join(u"; "_s);
    return use;
}

Result<QList<pdf::Part>> partsFor(pdf::Document &document, const SealPlan &plan)
{
    if (plan.look.isEmpty()) {
        return QList<pdf::Part>();
    }
    if (plan.field) {
        return QList<pdf::Part>{ pdf::Part{ plan.field->page, plan.field->boxMm, 0, false } };
    }
    if (plan.mode == SealMode::Seam) {
        return pdf::planSeam(document, plan.seam, plan.look.sizeMm);
    }
    if (plan.rule == PlaceRule::Keyword) {
        return pdf::place(document, pdf::AtKeyword{ plan.words, {}, {}, {} }, plan.look.sizeMm);
    }
    if (plan.rule == PlaceRule::NameAndDate) {
        return pdf::place(document, pdf::OverNameAndDate{ plan.words }, plan.look.sizeMm);
    }
    const auto count = document.pageCount();
    if (!count) {
        return tl::unexpected<Error>(count.error());
    }
    QList<pdf::Part> parts;
    const QList<int> pages
        = plan.pages.isEmpty() ? QList<int>{ *count - 1 } : pagesOf(plan.pages, *count);
    for (const int page : pages) {
        const auto geometry = document.page(page).and_then(pdf::geometryOf);
        if (!geometry) {
            return tl::unexpected<Error>(geometry.error());
        }
        const QRectF box = plan.rule == PlaceRule::Position
            ? QRectF(plan.atMm, plan.look.sizeMm)
            : usualPlace(geometry->sizeMm(), plan.look.sizeMm);
        parts.append(pdf::Part{ page, box, 0, false });
    }
    return parts;
}

QRectF usualPlace(const QSizeF &paperMm, const QSizeF &sizeMm)
{
    return QRectF(QPointF(paperMm.width() * 0.68 - sizeMm.width() / 2,
                          paperMm.height() * 0.7 - sizeMm.height() / 2),
                  sizeMm);
}

Result<QByteArray> makeSeal(pdf::Document &document,
                            pdf::Signer &signer,
                            const SealPlan &plan,
                            const pdf::SignRequest &request,
                            const SealOffice &office,
                            pdf::SealUse use,
                            std::shared_ptr<QString> number,
                            const CancelFlag &cancel)
{
    if (plan.seal) {
        const auto usable
            = pdf::checkUsable(*plan.seal, signer.identity().certificate, use.timeUtc);
        if (!usable) {
            return tl::unexpected<Error>(usable.error());
        }
    }
    pdf::SignRequest wanted = request;
    wanted.cancel = cancel.get();
    if (plan.level != SignatureLevel::Plain && !plan.isElectronic) {
        wanted.token = tokenSource(plan.timestampUrl, cancel);
    }
    if (plan.isElectronic && plan.seal) {
        wanted.profile = pdf::CmsProfile::Ses;
        wanted.esl = plan.seal->esl;
    }
    auto update = pdf::sign(document, wanted, signer);
    if (!update || !plan.seal || !office.book) {
        return update.map([](const pdf::SignedUpdate &made) { return made.appended; });
    }
    const auto before = sm3Of(document, {});
    const auto after = sm3Of(document, update->appended);
    if (!before || !after) {
        return tl::unexpected<Error>(before ? after.error() : before.error());
    }
    use.digestBefore = *before;
    use.digestAfter = *after;
    pdf::SealUseRules rules = office.rules;
    rules.perDay = plan.seal->perDay ? plan.seal->perDay : rules.perDay;
    rules.approvedDigest
        = plan.approval.fileSm3.isEmpty() ? rules.approvedDigest : plan.approval.fileSm3;
    const auto row = office.book->registerUse(use, rules);
    if (!row) {
        return tl::unexpected<Error>(row.error());
    }
    if (number) {
        *number = row->number;
    }
    return update->appended;
}

} // namespace andu::ui
