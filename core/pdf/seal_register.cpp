// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/seal_register.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/digest.h"

#include <QFile>
#include <QLockFile>

#include <unistd.h>

#include <algorithm>

namespace andu::pdf {

namespace {

constexpr int LockPatienceMs = 5'000;
constexpr int OfficeOffsetSeconds = 8 * 3600; ///< A day of the register is a day in China.

QDate officeDay(const QDateTime &timeUtc)
{
    return timeUtc.toOffsetFromUtc(OfficeOffsetSeconds).date();
}

/// Hash over the row before and the row itself, in the one form compact() gives.
QByteArray link(const QByteArray &previous, QJsonObject row)
{
    row.remove(u"chain"_s);
    return digestOf(DigestKind::Sm3, previous + json::compact(row)).toHex();
}

QString nextNumber(const QList<SealUse> &earlier, QDate day)
{
    const QString stem = u"YY"_s + day.toString(u"yyyyMMdd"_s);
    const auto count = std::count_if(earlier.begin(), earlier.end(), [&](const SealUse &row) {
        return row.number.startsWith(stem);
    });
    return stem + QString::number(count + 1).rightJustified(3, u'0');
}

} // namespace

QString nameOf(SealUseRefusal reason)
{
    switch (reason) {
    case SealUseRefusal::NoApproval:
        return u"no-approval"_s;
    case SealUseRefusal::OtherFile:
        return u"other-file"_s;
    case SealUseRefusal::DailyLimit:
        return u"daily-limit"_s;
    case SealUseRefusal::ApprovalLimit:
        return u"approval-limit"_s;
    case SealUseRefusal::OwnRequest:
        return u"own-request"_s;
    }
    return {};
}

std::optional<SealUseRefusal>
refusalFor(const QList<SealUse> &earlier, const SealUseRules &rules, const SealUse &use)
{
    if (rules.needsApproval && use.approval.isEmpty()) {
        return SealUseRefusal::NoApproval;
    }
    if (!rules.approvedDigest.isEmpty() && rules.approvedDigest != use.digestBefore) {
        return SealUseRefusal::OtherFile;
    }
    if (rules.needsOtherApplicant && !use.applicant.isEmpty()
        && use.applicant == use.operatorName) {
        return SealUseRefusal::OwnRequest;
    }
    const auto isCancelled = [&](const SealUse &row) {
        return std::any_of(earlier.begin(), earlier.end(), [&](const SealUse &other) {
            return !other.cancels.isEmpty() && other.cancels == row.number;
        });
    };
    int today = 1;
    int onApproval = use.marks;
    for (const SealUse &row : earlier) {
        if (!row.cancels.isEmpty() || isCancelled(row)) {
            continue;
        }
        if (row.seal == use.seal && officeDay(row.timeUtc) == officeDay(use.timeUtc)) {
            ++today;
        }
        if (!use.approval.isEmpty() && row.approval == use.approval) {
            onApproval += row.marks;
        }
    }
    if (rules.perDay && today > *rules.perDay) {
        return SealUseRefusal::DailyLimit;
    }
    if (rules.perApproval && onApproval > *rules.perApproval) {
        return SealUseRefusal::ApprovalLimit;
    }
    return std::nullopt;
}

QJsonObject toJson(const SealUse &use)
{
    return {
        { u"number"_s, use.number },
        { u"timeUtc"_s, use.timeUtc.toUTC().toString(Qt::ISODate) },
        { u"seal"_s, use.seal },
        { u"documentTitle"_s, use.documentTitle },
        { u"documentNumber"_s, use.documentNumber },
        { u"recipient"_s, use.recipient },
        { u"copies"_s, use.copies },
        { u"pages"_s, use.pages },
        { u"marks"_s, use.marks },
        { u"seam"_s, use.isSeam },
        { u"applicant"_s, use.applicant },
        { u"approver"_s, use.approver },
        { u"approval"_s, use.approval },
        { u"operator"_s, use.operatorName },
        { u"digestBefore"_s, QString::fromLatin1(use.digestBefore.toHex()) },
        { u"digestAfter"_s, QString::fromLatin1(use.digestAfter.toHex()) },
        { u"places"_s, use.places },
        { u"remark"_s, use.remark },
        { u"cancels"_s, use.cancels },
    };
}

SealUse sealUseFrom(const QJsonObject &object)
{
    const auto text = [&](QLatin1StringView key) { return json::text(object, key); };
    SealUse use;
    use.number = text("number"_L1);
    use.timeUtc = QDateTime::fromString(text("timeUtc"_L1), Qt::ISODate);
    use.seal = text("seal"_L1);
    use.documentTitle = text("documentTitle"_L1);
    use.documentNumber = text("documentNumber"_L1);
    use.recipient = text("recipient"_L1);
    use.copies = object[u"copies"].toInt(1);
    use.pages = object[u"pages"].toInt();
    use.marks = object[u"marks"].toInt(1);
    use.isSeam = object[u"seam"].toBool();
    use.applicant = text("applicant"_L1);
    use.approver = text("approver"_L1);
    use.approval = text("approval"_L1);
    use.operatorName = text("operator"_L1);
    use.digestBefore = QByteArray::fromHex(text("digestBefore"_L1).toLatin1());
    use.digestAfter = QByteArray::fromHex(text("digestAfter"_L1).toLatin1());
    use.places = text("places"_L1);
    use.remark = text("remark"_L1);
    use.cancels = text("cancels"_L1);
    return use;
}

Result<SealRegister::Chain> SealRegister::readChain() const
{
    Chain chain;
    QFile file(m_path);
    if (!file.exists()) {
        return chain;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, u"the register cannot be read"_s);
    }
    while (!file.atEnd()) {
        const auto row = json::parse(file.readLine());
        const QString number = QString::number(chain.uses.size() + 1);
        if (!row || !row->isObject()) {
            return fail(ErrorCode::Damaged, u"row "_s + number + u" of the register is broken"_s);
        }
        chain.last = link(chain.last, row->toObject());
        if (json::text(row->toObject(), "chain"_L1).toLatin1() != chain.last) {
            return fail(ErrorCode::Damaged, u"row "_s + number + u" of the register was changed"_s);
        }
        chain.uses.append(sealUseFrom(row->toObject()));
    }
    return chain;
}

Result<QList<SealUse>> SealRegister::read() const
{
    return readChain().map([](const Chain &chain) { return chain.uses; });
}

Result<SealUse> SealRegister::append(SealUse use, const SealUseRules &rules) const
{
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(LockPatienceMs)) {
        return fail(ErrorCode::InUse, u"the register is in use"_s);
    }
    const auto chain = readChain();
    if (!chain) {
        return tl::unexpected<Error>(chain.error());
    }
    if (const auto reason = refusalFor(chain->uses, rules, use)) {
        return fail(ErrorCode::Refused,
                    nameOf(*reason) + u": the register does not allow this use"_s);
    }
    if (use.number.isEmpty()) {
        use.number = nextNumber(chain->uses, officeDay(use.timeUtc));
    }
    QJsonObject row = toJson(use);
    row[u"chain"] = QString::fromLatin1(link(chain->last, row));
    const QByteArray line = json::compact(row) + '\n';
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return fail(ErrorCode::Storage, u"the register cannot be written"_s);
    }
    const qint64 before = file.size();
    if (file.write(line) != line.size() || ::fsync(file.handle()) != 0) {
        file.resize(before); // half a row would break the chain for good
        return fail(ErrorCode::Storage, u"the register cannot be written"_s);
    }
    return use;
}

} // namespace andu::pdf
