// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/sign.h"

#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/esl.h"
#include "core/pdf/file_output.h"
#include "core/pdf/signature_fields.h"

namespace andu::pdf {

namespace {

// Without certificates a container takes 0.7 KiB and the signature; a token about 4 KiB. What does
// not fit is tried once more with the right room.
constexpr qint64 PlainRoom = 3072;
constexpr qint64 TokenRoom = 8192;

/// One attempt: builds the update with a given room for the container, hashes, fills the gaps.
class Attempt
{
public:
    Attempt(Document &document, const SignRequest &request)
        : m_document(document)
        , m_request(request)
    { }

    Result<void> prepare(Change change);
    [[nodiscard]] const Field *existing() const { return m_existing; }
    [[nodiscard]] Result<SignedUpdate> build(const QByteArray &kind, qint64 room);
    [[nodiscard]] Result<QByteArray> rangeDigest(const QByteArray &update, DigestKind kind);
    /// The protected bytes as "[0 a b c]", once built.
    [[nodiscard]] QByteArray range(const QByteArray &update) const;
    [[nodiscard]] bool fill(QByteArray &update, const QByteArray &container) const;

private:
    [[nodiscard]] QByteArray entries(QPDFObjGen id, const QByteArray &kind, const Update &) const;
    [[nodiscard]] QByteArray lockText(QPDFObjGen owner, const Update &update) const;
    void patchRange(QByteArray &update) const;

    Document &m_document;
    const SignRequest &m_request;
    std::vector<Field> m_fields;
    ChangeLimits m_limits;
    const Field *m_existing = nullptr;
    std::unique_ptr<Digest> m_prefix; ///< Digest of the original bytes, shared by retries.
    SignatureSlot m_slot;
};

Result<void> Attempt::prepare(Change change)
{
    auto fields = fieldsOf(m_document);
    if (!fields) {
        return tl::unexpected<Error>(fields.error());
    }
    m_fields = std::move(*fields);
    auto limits = limitsOf(m_document, m_fields);
    if (!limits) {
        return tl::unexpected<Error>(limits.error());
    }
    m_limits = std::move(*limits);
    for (const Field &field : m_fields) {
        const bool isBelow = field.name.startsWith(m_request.field + u'.');
        if (!m_request.field.isEmpty() && isBelow) {
            return fail(ErrorCode::Refused, u"field-in-use: other fields lie below this name"_s);
        }
        if (!m_request.field.isEmpty() && field.name == m_request.field) {
            if (field.kind != FieldKind::Signature || field.isSigned
                || !QPDFObjectHandle(field.dict).isIndirect()) {
                return fail(ErrorCode::Refused, u"field-in-use: the field cannot be signed"_s);
            }
            m_existing = &field;
        }
    }
    if (m_existing != nullptr && change == Change::SignNewField) {
        change = Change::SignExistingField;
    }
    if (m_existing == nullptr && m_request.field.contains(u'.')) {
        return fail(ErrorCode::BadInput, u"the name of a new field may hold no dot"_s);
    }
    if (const auto reason = refusalFor(m_document, m_limits, change, m_request.field)) {
        return refuse(*reason);
    }
    if (m_request.certify && m_limits.signatures > 0) {
        return fail(ErrorCode::Refused, u"not-first: only the first signature can certify"_s);
    }
    if (m_request.marks.size() > 1 && m_limits.certification) {
        return refuse(Refusal::CertifiedNoNewField);
    }
    return {};
}

QByteArray Attempt::lockText(QPDFObjGen owner, const Update &update) const
{
    if (m_existing != nullptr) {
        QPDFObjectHandle lock = QPDFObjectHandle(m_existing->dict).getKey("/Lock");
        if (lock.isDictionary()) { // the form's author decided
            QByteArray out;
            for (const char *key : { "/Action", "/Fields" }) {
                if (lock.hasKey(key)) {
                    out += QByteArray(key) + ' '
                        + serialise(lock.getKey(key), m_document.cipher(), owner) + ' ';
                }
            }
            return out;
        }
    }
    if (!m_request.lock) {
        return {};
    }
    const LockAction action = m_request.lock->action;
    QByteArray out = "/Action ";
    out += action == LockAction::All    ? "/All"
        : action == LockAction::Include ? "/Include"
                                        : "/Exclude";
    if (action != LockAction::All) {
        out += " /Fields [";
        for (const QString &field : m_request.lock->fields) {
            out += update.text(owner, field) + ' ';
        }
        out += ']';
    }
    return out;
}

QByteArray Attempt::entries(QPDFObjGen id, const QByteArray &kind, const Update &update) const
{
    QByteArray out = kind + " /M " + update.string(id, dateBytes(m_request.time));
    const auto add = [&](const char *key, const QString &value) {
        if (!value.isEmpty()) {
            out += QByteArray("\n") + key + ' ' + update.text(id, value);
        }
    };
    add("/Reason", m_request.reason);
    add("/Location", m_request.location);
    add("/ContactInfo", m_request.contact);
    QByteArray transforms;
    if (m_request.certify) {
        transforms += "<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type "
                      "/TransformParams /P "
            + QByteArray::number(*m_request.certify) + " /V /1.2>>>> ";
    }
    if (const QByteArray lock = lockText(id, update); !lock.isEmpty()) {
        transforms += "<</Type /SigRef /TransformMethod /FieldMDP /Data "
            + reference(m_document.qpdf().getRoot().getObjGen())
            + " /TransformParams <</Type /TransformParams /V /1.2 " + lock + ">>>>";
    }
    return transforms.isEmpty() ? out : out + "\n/Reference [" + transforms + ']';
}

Result<SignedUpdate> Attempt::build(const QByteArray &kind, qint64 room)
{
    return guarded([&]() -> Result<SignedUpdate> {
        Update update(m_document);
        SignatureFields objects(update, m_fields, m_limits);
        SignedUpdate result;
        result.field
            = m_request.field.isEmpty() ? objects.freeName(u"Signature"_s) : m_request.field;
        const QPDFObjGen signature = update.reserve();
        update.putSignature(signature, entries(signature, kind, update), room);
        QByteArray fieldLock;
        if (m_request.lock) {
            // The lock dictionary is written into the field that add() reserves next; a reference
            // keeps its strings with an owner of their own.
            const QPDFObjGen lock = update.reserve();
            update.put(lock, "<</Type /SigFieldLock " + lockText(lock, update) + ">>");
            fieldLock = reference(lock);
        }
        if (auto added
            = objects.add(result.field, m_existing, m_request.marks, signature, fieldLock);
            !added) {
            return tl::unexpected<Error>(added.error());
        }
        std::map<std::string, QByteArray> catalog;
        if (m_request.certify) {
            QPDFObjectHandle old = m_document.qpdf().getRoot().getKey("/Perms");
            const std::map<std::string, QByteArray> change{ { "/DocMDP", reference(signature) } };
            catalog["/Perms"] = old.isDictionary()
                ? update.changed(old, change, m_document.qpdf().getRoot().getObjGen())
                : "<</DocMDP " + reference(signature) + ">>";
        }
        if (auto finished = objects.finish(std::move(catalog)); !finished) {
            return tl::unexpected<Error>(finished.error());
        }
        if (m_document.refusal()) { // objects read meanwhile may have needed repair
            return refuse(*m_document.refusal());
        }
        result.appended = update.finish(&m_slot);
        result.contentsBytes = m_slot.contentsBytes;
        patchRange(result.appended);
        return result;
    });
}

QByteArray Attempt::range(const QByteArray &update) const
{
    const qint64 after = m_slot.contentsAt + m_slot.contentsBytes;
    return "[0 " + QByteArray::number(m_slot.contentsAt) + ' ' + QByteArray::number(after) + ' '
        + QByteArray::number(m_document.sizeBytes() + update.size() - after) + ']';
}

void Attempt::patchRange(QByteArray &update) const
{
    // The brackets and the leading zero are written already.
    const QByteArray numbers = range(update).sliced(3).chopped(1);
    update.replace(m_slot.byteRangeAt - m_document.sizeBytes(), numbers.size(), numbers);
}

Result<QByteArray> Attempt::rangeDigest(const QByteArray &update, DigestKind kind)
{
    if (!m_prefix) {
        auto prefix = std::make_unique<Digest>(kind);
        if (auto read
            = prefix->addDevice(m_document.device(), m_document.sizeBytes(), m_request.cancel);
            !read) {
            return tl::unexpected<Error>(read.error());
        }
        m_prefix = std::move(prefix);
    }
    Digest digest = m_prefix->copy();
    const qint64 hole = m_slot.contentsAt - m_document.sizeBytes();
    digest.add(QByteArrayView(update).first(hole));
    digest.add(QByteArrayView(update).sliced(hole + m_slot.contentsBytes));
    return digest.finish();
}

bool Attempt::fill(QByteArray &update, const QByteArray &container) const
{
    const QByteArray hex = container.toHex();
    if (hex.size() > m_slot.contentsBytes - 2) {
        return false;
    }
    update.replace(m_slot.contentsAt - m_document.sizeBytes() + 1, hex.size(), hex);
    return true;
}

/// Container over a digest; the second argument says what the digest covers.
using ContainerSource
    = std::function<Result<QByteArray>(const QByteArray &digest, const QByteArray &range)>;

/// Builds, and builds once more with the right room when the container turned out larger.
Result<SignedUpdate> signWith(Attempt &attempt,
                              const QByteArray &kind,
                              DigestKind digest,
                              qint64 room,
                              const ContainerSource &containerFor)
{
    for (int round = 0; round < 2; ++round) {
        auto built = attempt.build(kind, room);
        if (!built) {
            return built;
        }
        const auto hash = attempt.rangeDigest(built->appended, digest);
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        const auto container = containerFor(*hash, attempt.range(built->appended));
        if (!container) {
            return tl::unexpected<Error>(container.error());
        }
        if (attempt.fill(built->appended, *container)) {
            return built;
        }
        room = container->size() + 1024;
    }
    return fail(ErrorCode::Storage, u"the signature does not fit its place"_s);
}

} // namespace

Result<SignedUpdate> sign(Document &document, const SignRequest &request, Signer &signer)
{
    if (request.certify && (*request.certify < 1 || *request.certify > 3)) {
        return fail(ErrorCode::BadInput, u"the certification level is 1, 2 or 3"_s);
    }
    const Identity &identity = signer.identity();
    if (request.time < identity.notBeforeUtc || request.time > identity.notAfterUtc) {
        return fail(ErrorCode::Refused, u"certificate-expired: the certificate is not valid now"_s);
    }
    Attempt attempt(document, request);
    if (auto ready = attempt.prepare(Change::SignNewField); !ready) {
        return tl::unexpected<Error>(ready.error());
    }
    qint64 room = PlainRoom + (request.token ? TokenRoom : 0) + identity.certificate.size();
    for (const QByteArray &certificate : identity.chain) {
        room += certificate.size();
    }
    if (request.profile == CmsProfile::Ses) {
        // GM/T 0112 names the filters; its text was not at hand, readers go by the contents.
        return signWith(attempt,
                        "/Type /Sig /Filter /GM.PKILite /SubFilter /GM.SM2",
                        DigestKind::Sm3,
                        PlainRoom + request.esl.size() + identity.certificate.size(),
                        [&](const QByteArray &digest, const QByteArray &range) {
                            return signSes(
                                signer, request.esl, digest, range, request.time.toUTC());
                        });
    }
    return signWith(attempt,
                    "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
                    digestFor(identity.key),
                    room,
                    [&](const QByteArray &digest, const QByteArray &) {
                        return signCms(signer, digest, request.profile, request.token);
                    });
}

Result<SignedUpdate> addDocumentTimestamp(Document &document,
                                          const RangeTokenSource &token,
                                          const std::atomic_bool *cancel)
{
    SignRequest request;
    request.time = QDateTime::currentDateTimeUtc();
    request.cancel = cancel;
    Attempt attempt(document, request);
    if (auto ready = attempt.prepare(Change::AddValidationData); !ready) {
        return tl::unexpected<Error>(ready.error());
    }
    return signWith(attempt,
                    "/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161",
                    DigestKind::Sha256,
                    TokenRoom,
                    [&](const QByteArray &digest, const QByteArray &) { return token(digest); });
}

Result<SignedUpdate> reserveFields(Document &document, const QStringList &names)
{
    const auto fields = fieldsOf(document);
    if (!fields) {
        return tl::unexpected<Error>(fields.error());
    }
    const auto limits = limitsOf(document, *fields);
    if (!limits) {
        return tl::unexpected<Error>(limits.error());
    }
    if (const auto reason = refusalFor(document, *limits, Change::SignNewField, {})) {
        return refuse(*reason);
    }
    return guarded([&]() -> Result<SignedUpdate> {
        Update update(document);
        SignatureFields objects(update, *fields, *limits);
        for (const QString &name : names) {
            if (objects.isTaken(name) || name.isEmpty() || name.contains(u'.')) {
                return fail(ErrorCode::BadInput, u"the field name cannot be used: "_s + name);
            }
            if (auto added = objects.addEmpty(name); !added) {
                return tl::unexpected<Error>(added.error());
            }
        }
        if (auto finished = objects.finish({}); !finished) {
            return tl::unexpected<Error>(finished.error());
        }
        if (document.refusal()) {
            return refuse(*document.refusal());
        }
        return SignedUpdate{ update.finish(), names.join(u' '), 0 };
    });
}

Result<SignedUpdate> signFile(const QString &source,
                              const QString &target,
                              const crypto::SecureBytes &password,
                              const SignRequest &request,
                              Signer &signer)
{
    auto document = Document::openFile(source, password);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    auto output = FileOutput::start(source, target);
    if (!output) {
        return tl::unexpected<Error>(output.error());
    }
    auto update = sign(*document, request, signer);
    if (!update) {
        return update;
    }
    if (auto written = output->commit(update->appended, document->sizeBytes()); !written) {
        return tl::unexpected<Error>(written.error());
    }
    return update;
}

} // namespace andu::pdf
