// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/verifier.h"

#include "core/pdf/verify/signature_check.h"
#include "core/pdf/verify/tail_check.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

struct Transform
{
    bool isCertification = false;
    ChangeRules rules;
};

FieldLock lockOf(const Document &document, const Value &parameters)
{
    FieldLock lock;
    const ValuePtr action = document.follow(parameters, "Action");
    lock.action = action->isName("Include") ? FieldLock::Action::Include
        : action->isName("Exclude")         ? FieldLock::Action::Exclude
                                            : FieldLock::Action::All;
    for (const Value &field : document.list(parameters.at("Fields"))) {
        lock.fields.push_back(utf8Of(document.follow(field)->text));
    }
    return lock;
}

int levelOf(const Document &document, const Value &parameters)
{
    const ValuePtr level = document.follow(parameters, "P");
    if (level->isNull()) {
        return 2; // the default
    }
    return level->isInt() && level->number >= 1 && level->number <= 3
        ? static_cast<int>(level->number)
        : 1;
}

/// /Reference of the signature and /Lock of its field, as they were signed. ISO 32000-2, 12.8.2.
Transform transformOf(const Document &then, const FoundSignature &found)
{
    Transform transform;
    for (const Value &item : then.list(found.dict->at("Reference"))) {
        const ValuePtr reference = then.follow(item);
        const ValuePtr parameters = then.follow(*reference, "TransformParams");
        const ValuePtr method = then.follow(*reference, "TransformMethod");
        if (method->isName("DocMDP")) {
            const int level = levelOf(then, *parameters);
            transform.rules.level
                = transform.isCertification ? std::min(transform.rules.level, level) : level;
            transform.isCertification = true;
            transform.rules.isCertified = true;
        } else if (method->isName("FieldMDP")) {
            transform.rules.locks.push_back(lockOf(then, *parameters));
        }
    }
    for (const FormField &field : readForm(then).fields) {
        const ValuePtr lock = then.follow(*field.dict, "Lock");
        if (field.name != found.field || !lock->isDict()) {
            continue;
        }
        transform.rules.locks.push_back(lockOf(then, *lock));
        if (lock->has("P")) {
            transform.rules.isCertified = true;
            transform.rules.level = std::min(transform.rules.level, levelOf(then, *lock));
        }
    }
    return transform;
}

void forbid(SignatureReport &report, ChangeCode code)
{
    report.modification = Modification::Forbidden;
    report.changes.push_back(makeChange(code, {}, true));
}

/// Honest files have few signatures; comparing a huge one with itself a thousand times is refused.
class CompareBudget
{
public:
    [[nodiscard]] bool take(const Document &now)
    {
        m_left -= static_cast<std::int64_t>(now.entryCount() + now.store().bytes().size() / 256)
            + 1000;
        return m_left > 0;
    }

private:
    std::int64_t m_left = 40'000'000;
};

/// Compares the signed revision with the file.
void judgeChanges(const Document &now,
                  ReferenceIndex &uses,
                  SignatureCheck &check,
                  CompareBudget &budget)
{
    SignatureReport &report = check.report();
    if (!check.range()) {
        return;
    }
    const Bytes bytes = now.store().bytes();
    const std::int64_t end = check.range()->endBytes;
    const bool isWhole = skipPadding(bytes, end) == static_cast<std::int64_t>(bytes.size());
    report.coverage = isWhole ? Coverage::Whole : Coverage::Revision;
    if (isWhole) {
        if (check.found().isRemoved) {
            forbid(report, ChangeCode::SignatureNotShown);
        }
        const Transform transform = transformOf(now, check.found());
        report.kind = transform.isCertification ? SignatureKind::Certification : report.kind;
        return;
    }
    if (!endsAsRevision(bytes, end)) {
        forbid(report, ChangeCode::RevisionUnclosed);
        return;
    }
    if (!budget.take(now)) {
        forbid(report, ChangeCode::TooManySignatures);
        return;
    }
    const auto then = Document::open(now.store(), end);
    if (!then) {
        forbid(report, ChangeCode::RevisionUnreadable);
        return;
    }
    if (check.found().isRemoved) {
        forbid(report, ChangeCode::SignatureGone);
    } else if (!showsSignature(**then, check.found())) {
        forbid(report, ChangeCode::SignatureElsewhere);
    }
    Transform transform = transformOf(**then, check.found());
    report.kind = transform.isCertification ? SignatureKind::Certification : report.kind;
    for (Change &change : tailFaults(now, **then)) {
        report.changes.push_back(std::move(change));
    }
    for (Change &change : RevisionDiff(**then, now, uses, transform.rules).run()) {
        report.changes.push_back(std::move(change));
    }
    if (std::any_of(report.changes.begin(), report.changes.end(), [](const Change &change) {
            return change.isForbidden;
        })) {
        report.modification = Modification::Forbidden;
    }
    if (report.modification == Modification::None) {
        report.modification = Modification::Permitted;
    }
    now.forget();
}

Result<std::unique_ptr<Document>> openDocument(FileStore &store, const VerifyOptions &options)
{
    const auto size = static_cast<std::int64_t>(store.bytes().size());
    auto document = Document::open(store, size);
    if (!document && store.headerOffset() > 0) {
        store.setBase(store.headerOffset());
        document = Document::open(store, size);
    }
    if (!document) {
        return document;
    }
    const Value &encrypt = (*document)->trailer().at("Encrypt");
    if (!encrypt.isNull()) {
        const Value handler = (*document)->resolved(encrypt);
        const Value id = (*document)->resolved((*document)->trailer().at("ID"), 2);
        const std::string first = id.items.empty() ? std::string() : id.items.front().text;
        auto decryptor = Decryptor::open(handler, first, options.password);
        if (!decryptor) {
            return fail(ErrorCode::WrongKey,
                        QStringLiteral("the file is encrypted and the password does not open it"));
        }
        (*document)->forget();
        store.setDecryptor(std::move(decryptor));
    }
    const ValuePtr catalog = (*document)->follow((*document)->trailer(), "Root");
    if (!catalog->isDict() || !(*document)->follow(*catalog, "Pages")->isDict()) {
        return fail(ErrorCode::Damaged, QStringLiteral("the file has no catalog or no pages"));
    }
    return document;
}

/// A file that cannot be read but holds a signature is not unsigned.
Result<Report> withoutStructure(std::string_view bytes, const Error &error)
{
    const bool holdsSignature = bytes.find("/ByteRange") != std::string_view::npos;
    if (error.code != ErrorCode::Damaged || !holdsSignature) {
        return tl::unexpected<Error>(error);
    }
    Report report;
    report.verdict = Verdict::Invalid;
    report.findings = { "the file is damaged: " + error.detail.toStdString(),
                        "signatures in it cannot be relied on" };
    return report;
}

/// Whether the bytes hold a signature that no revision shows: hidden, or behind damage. Usage
/// rights are no signature of a person.
bool holdsHiddenSignature(const Document &now)
{
    const Bytes bytes = now.store().bytes();
    const ValuePtr catalog = now.follow(now.trailer(), "Root");
    const ValuePtr perms = now.follow(*catalog, "Perms");
    const ValuePtr rights[] = { now.follow(*perms, "UR3"), now.follow(*perms, "UR") };
    constexpr std::string_view Mark = "/ByteRange";
    for (auto at = bytes.find(Mark); at != Bytes::npos; at = bytes.find(Mark, at + 1)) {
        const auto place = static_cast<std::int64_t>(at);
        const bool isRights
            = std::any_of(std::begin(rights), std::end(rights), [place](const ValuePtr &right) {
                  return right->isDict() && right->begin <= place && place < right->end;
              });
        if (!isRights) {
            return true;
        }
    }
    return false;
}

/// Earliest trusted document timestamp over the bytes of a signature.
std::optional<std::int64_t> proofOf(const SignatureReport &signature,
                                    const std::vector<SignatureCheck *> &checks)
{
    std::optional<std::int64_t> proof;
    for (SignatureCheck *check : checks) {
        const SignatureReport &stamp = check->report();
        const bool counts = stamp.kind == SignatureKind::Timestamp
            && stamp.integrity == Integrity::Ok && !stamp.isWeak
            && stamp.certificate == CertificateStatus::Trusted
            && stamp.revisionBytes > signature.revisionBytes && stamp.timeUtc;
        if (counts && (!proof || *stamp.timeUtc < *proof)) {
            proof = stamp.timeUtc;
        }
    }
    return proof;
}

void judgeTrust(std::vector<SignatureCheck *> &checks, const TrustContext &trust)
{
    for (SignatureCheck *check : checks) {
        if (check->report().kind == SignatureKind::Timestamp
            && check->report().integrity == Integrity::Ok) {
            check->judgeCertificate(trust, {});
        }
    }
    for (SignatureCheck *check : checks) {
        const SignatureReport &report = check->report();
        if (report.kind == SignatureKind::Timestamp || report.integrity != Integrity::Ok) {
            continue;
        }
        check->proveTime(trust);
        check->judgeCertificate(trust, proofOf(report, checks));
    }
}

void runDigests(const Document &now, std::vector<SignatureCheck> &checks)
{
    const ValidationData dss = readDss(now);
    std::vector<DigestJob> jobs;
    std::vector<std::size_t> owners;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (auto job = checks[i].open(dss)) {
            jobs.push_back(std::move(*job));
            owners.push_back(i);
        }
    }
    makeDigests(now.store().bytes(), jobs);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        checks[owners[i]].finish(jobs[i].result);
    }
}

} // namespace

Verdict verdictOf(const std::vector<SignatureReport> &signatures)
{
    const auto any
        = [&](auto test) { return std::any_of(signatures.begin(), signatures.end(), test); };
    if (signatures.empty()) {
        return Verdict::Unsigned;
    }
    if (any([](const SignatureReport &s) { return s.integrity != Integrity::Ok; })) {
        return Verdict::Invalid;
    }
    if (any([](const SignatureReport &s) { return s.modification == Modification::Forbidden; })) {
        return Verdict::Modified;
    }
    // An archive timestamp of an authority that is not trusted proves no time, but harms nothing.
    const bool hasPeople
        = any([](const SignatureReport &s) { return s.kind != SignatureKind::Timestamp; });
    const bool isUnreliable = any([&](const SignatureReport &s) {
        const bool counts = !hasPeople || s.kind != SignatureKind::Timestamp;
        return counts
            && (s.isWeak || s.hasFalseTimestamp || s.certificate != CertificateStatus::Trusted);
    });
    if (isUnreliable) {
        return Verdict::Untrusted;
    }
    return any([](const SignatureReport &s) { return s.modification == Modification::Permitted; })
        ? Verdict::ValidWithLaterAdditions
        : Verdict::Valid;
}

Result<Report>
verify(std::string_view bytes, const TrustAnchors &anchors, const VerifyOptions &options)
{
    FileStore store(bytes);
    if (!store.hasHeader()) {
        return fail(ErrorCode::BadInput, QStringLiteral("this is no PDF file"));
    }
    const auto now = openDocument(store, options);
    if (!now) {
        return withoutStructure(bytes, now.error());
    }
    std::vector<SignatureCheck> checks;
    for (FoundSignature &found : findSignatures(**now)) {
        checks.emplace_back(**now, std::move(found));
    }
    runDigests(**now, checks);
    std::vector<SignatureCheck *> pointers;
    CompareBudget budget;
    ReferenceIndex uses(**now);
    for (SignatureCheck &check : checks) {
        judgeChanges(**now, uses, check, budget);
        pointers.push_back(&check);
    }
    OnlineRevocation online(options.fetch, options.nowUtc);
    judgeTrust(pointers,
               { anchors, options.atUtc, options.nowUtc, options.fetch ? &online : nullptr });
    Report report;
    for (SignatureCheck &check : checks) {
        report.signatures.push_back(std::move(check.report()));
    }
    std::stable_sort(report.signatures.begin(),
                     report.signatures.end(),
                     [](const SignatureReport &left, const SignatureReport &right) {
                         return left.revisionBytes < right.revisionBytes;
                     });
    report.verdict = verdictOf(report.signatures);
    if (report.signatures.empty() && holdsHiddenSignature(**now)) {
        report.verdict = Verdict::Invalid;
        report.findings.emplace_back(
            "there is a signature in the file that its form does not show");
    }
    if (store.isExhausted() || checks.size() >= MaxSignatures) {
        report.verdict = Verdict::Invalid;
        report.findings.emplace_back("the file passes a limit and cannot be judged");
    }
    return report;
}

std::string_view signedRevision(std::string_view bytes, const SignatureReport &signature)
{
    return bytes.substr(0, static_cast<std::size_t>(signature.revisionBytes));
}

} // namespace andu::pdf::verify
