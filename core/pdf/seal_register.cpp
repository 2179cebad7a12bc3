// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/seal_register.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/digest.h"

#include <QFile>
#include <QLockFile>
#include <QSet>

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

bool isSameApproval(const SealUse &a, const SealUse &b)
{
    return (!a.approval.isEmpty() && a.approval == b.approval)
        || (!a.job.isEmpty() && a.job == b.job);
}

/// Whether more impressions than allowed would rest on the approval of @p use.
bool exceedsApproval(const QList<SealUse> &valid, const SealUseRules &rules, const SealUse &use)
{
    std::optional<int> limit = rules.perApproval;
    const auto tighten = [&limit](const std::optional<int> &other) {
        limit = limit && other ? std::min(*limit, *other) : other ? other : limit;
    };
    tighten(use.approvedMarks);
    int marks = use.marks;
    for (const SealUse &row : valid) {
        if (isSameApproval(row, use)) {
            marks += row.marks;
            tighten(row.approvedMarks);
        }
    }
    return limit && marks > *limit;
}

/// Uses that count: neither cancelled nor cancelling.
QList<SealUse> validUses(const QList<SealUse> &all)
{
    QSet<QString> cancelled;
    for (const SealUse &row : all) {
        cancelled.insert(row.cancels);
    }
    QList<SealUse> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const SealUse &row) {
        return row.cancels.isEmpty() && (row.number.isEmpty() || !cancelled.contains(row.number));
    });
    return out;
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
    if (!use.cancels.isEmpty()) {
        return std::nullopt; // taking a use back is never forbidden
    }
    if (rules.needsApproval && use.approval.isEmpty() && use.job.isEmpty()) {
        return SealUseRefusal::NoApproval;
    }
    if (!rules.approvedDigest.isEmpty() && rules.approvedDigest != use.digestBefore) {
        return SealUseRefusal::OtherFile;
    }
    if (rules.needsOtherApplicant && !use.applicant.isEmpty()
        && use.applicant == use.operatorName) {
        return SealUseRefusal::OwnRequest;
    }
    const QList<SealUse> valid = validUses(earlier);
    const auto today = std::count_if(valid.begin(), valid.end(), [&](const SealUse &row) {
        return row.seal == use.seal && officeDay(row.timeUtc) == officeDay(use.timeUtc);
    });
    if (rules.perDay && today + 1 > *rules.perDay) {
        return SealUseRefusal::DailyLimit;
    }
    if (exceedsApproval(valid, rules, use)) {
        return SealUseRefusal::ApprovalLimit;
    }
    return std::nullopt;
}

QJsonObject toJson(const SealUse &use)
{
    QJsonObject object{
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
        { u"file"_s, use.fileName },
        { u"approvalTitle"_s, use.approvalTitle },
        { u"job"_s, use.job },
    };
    if (use.approvedMarks) {
        object[u"approvedMarks"] = *use.approvedMarks;
    }
    return object;
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
    use.fileName = text("file"_L1);
    use.approvalTitle = text("approvalTitle"_L1);
    use.job = text("job"_L1);
    if (object[u"approvedMarks"].isDouble()) {
        use.approvedMarks = object[u"approvedMarks"].toInt();
    }
    return use;
}

Result<void> SealUseChain::add(const QByteArray &row)
{
    const auto parsed = json::parse(row);
    const QString number = QString::number(m_uses.size() + 1);
    if (!parsed || !parsed->isObject()) {
        return fail(ErrorCode::Damaged, u"row "_s + number + u" of the register is broken"_s);
    }
    const QJsonObject object = parsed->toObject();
    const QByteArray chained = link(m_last, object);
    if (json::text(object, "chain"_L1).toLatin1() != chained) {
        return fail(ErrorCode::Damaged, u"row "_s + number + u" of the register was changed"_s);
    }
    m_last = chained;
    m_uses.append(sealUseFrom(object));
    return {};
}

Result<QByteArray> SealUseChain::next(SealUse &use, const SealUseRules &rules) const
{
    if (const auto reason = refusalFor(m_uses, rules, use)) {
        return fail(ErrorCode::Refused,
                    nameOf(*reason) + u": the register does not allow this use"_s);
    }
    if (use.number.isEmpty()) {
        use.number = nextNumber(m_uses, officeDay(use.timeUtc));
    }
    QJsonObject row = toJson(use);
    row[u"chain"] = QString::fromLatin1(link(m_last, row));
    return json::compact(row);
}

Result<SealUseChain> SealRegister::readChain() const
{
    SealUseChain chain;
    QFile file(m_path);
    if (!file.exists()) {
        return chain;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, u"the register cannot be read"_s);
    }
    while (!file.atEnd()) {
        if (auto added = chain.add(file.readLine()); !added) {
            return tl::unexpected<Error>(added.error());
        }
    }
    return chain;
}

Result<QList<SealUse>> SealRegister::read() const
{
    return readChain().map([](const SealUseChain &chain) { return chain.uses(); });
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
    const auto row = chain->next(use, rules);
    if (!row) {
        return tl::unexpected<Error>(row.error());
    }
    const QByteArray line = *row + '\n';
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
