// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/trust.h"

#include "core/pdf/verify/revocation.h"

#include <QDirIterator>
#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <ctime>

namespace andu::pdf::verify {

namespace {

constexpr qint64 MaxTrustFileBytes = 16 << 20;
const char *const SystemFolder = "/etc/ssl/certs";

using Stack = std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509) *)>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)>;

void freeReferences(STACK_OF(X509) * stack)
{
    sk_X509_free(stack);
}

void freeOwned(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}

std::string oidText(const ASN1_OBJECT *object)
{
    char text[128] = {};
    OBJ_obj2txt(text, sizeof(text), object, 1);
    return text;
}

CertificateStatus statusOf(int error)
{
    switch (error) {
    case X509_V_OK:
        return CertificateStatus::Trusted;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return CertificateStatus::Expired;
    default:
        return CertificateStatus::Untrusted;
    }
}

/// Empty when the certificate may be used for @p purpose.
std::string usageFault(X509 *leaf, Purpose purpose)
{
    const std::uint32_t flags = X509_get_extension_flags(leaf);
    if (purpose == Purpose::Timestamping) {
        const bool isForTime = (flags & EXFLAG_XKUSAGE) != 0
            && (X509_get_extended_key_usage(leaf) & XKU_TIMESTAMP) != 0;
        return isForTime ? "" : "the certificate is not meant for timestamps";
    }
    const std::uint32_t usage = X509_get_key_usage(leaf);
    const bool maySign = (flags & EXFLAG_KUSAGE) == 0
        || (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
    return maySign ? "" : "the certificate is not meant for signatures";
}

struct BuiltChain
{
    int error = X509_V_ERR_UNSPECIFIED;
    std::vector<Certificate> chain;
};

BuiltChain buildChain(const TrustAnchors &anchors, const ChainRequest &request)
{
    BuiltChain built;
    const Stack pool(sk_X509_new_null(), freeReferences);
    for (const Certificate &certificate : request.pool) {
        setSm2Identity(certificate.get());
        sk_X509_push(pool.get(), certificate.get());
    }
    setSm2Identity(request.leaf.get());
    const StoreContext context(X509_STORE_CTX_new(), X509_STORE_CTX_free);
    if (X509_STORE_CTX_init(context.get(), anchors.store(), request.leaf.get(), pool.get()) != 1) {
        return built;
    }
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(parameters, static_cast<std::time_t>(request.timeUtc));
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_depth(parameters, 12);
    X509_VERIFY_PARAM_set_auth_level(parameters, 0); // weak algorithms are reported apart
    const int isValid = X509_verify_cert(context.get());
    built.error = X509_STORE_CTX_get_error(context.get());
    if (isValid != 1 && built.error == X509_V_OK) {
        built.error = X509_V_ERR_UNSPECIFIED;
    }
    const Stack chain(X509_STORE_CTX_get1_chain(context.get()), freeOwned);
    for (int i = 0; i < sk_X509_num(chain.get()); ++i) {
        X509 *certificate = sk_X509_value(chain.get(), i);
        X509_up_ref(certificate);
        built.chain.emplace_back(certificate, X509_free);
    }
    ERR_clear_error();
    return built;
}

void judgeRevocation(const ChainRequest &request,
                     const std::vector<Certificate> &chain,
                     ChainResult &result)
{
    const RevocationData data{ request.crls, request.ocspResponses, request.pool };
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        X509 *certificate = chain[i].get();
        X509 *issuer = chain[i + 1].get();
        auto revoked = revocationTime(data, certificate, issuer);
        // Strangers' certificates may name any address: only trusted ones are asked about.
        const bool mayAsk = request.online != nullptr
            && (result.status == CertificateStatus::Trusted
                || result.status == CertificateStatus::Expired);
        if (!revoked && mayAsk) {
            const OnlineRevocation::Answer &answer = request.online->ask(certificate, issuer);
            revoked = revocationTime(answer.data, certificate, issuer);
            if (!answer.isKnown) {
                result.note
                    = "nobody could be asked whether it was revoked: " + subjectOf(certificate);
            }
        }
        // Without a proven time the signature may have been made after the revocation.
        if (revoked && (*revoked <= request.timeUtc || !request.isTimeProven)) {
            result.status = CertificateStatus::Revoked;
            result.detail = "revoked: " + subjectOf(certificate);
            return;
        }
    }
}

} // namespace

std::string subjectOf(X509 *certificate)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at >= 0) {
        unsigned char *text = nullptr;
        const int size
            = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
        if (size > 0) {
            std::string result(reinterpret_cast<char *>(text), static_cast<std::size_t>(size));
            OPENSSL_free(text);
            return result;
        }
        OPENSSL_free(text);
    }
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
    char *text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    ERR_clear_error();
    return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

void setSm2Identity(X509 *certificate)
{
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, X509_get0_tbs_sigalg(certificate));
    if (oidText(algorithm) != oid::Sm2WithSm3
        || X509_get0_distinguishing_id(certificate) != nullptr) {
        return;
    }
    ASN1_OCTET_STRING *identity = ASN1_OCTET_STRING_new();
    ASN1_OCTET_STRING_set(identity,
                          reinterpret_cast<const unsigned char *>(Sm2Identity.data()),
                          static_cast<int>(Sm2Identity.size()));
    X509_set0_distinguishing_id(certificate, identity);
}

Result<TrustAnchors> TrustAnchors::load(const QStringList &files, const QStringList &folders)
{
    TrustAnchors anchors;
    anchors.m_store.reset(X509_STORE_new(), X509_STORE_free);
    if (files.isEmpty() && folders.isEmpty()) {
        X509_STORE_load_path(anchors.m_store.get(), SystemFolder);
        ERR_clear_error();
        return anchors;
    }
    for (const QString &file : files) {
        const auto count = anchors.addFile(file);
        if (!count) {
            return tl::unexpected<Error>(count.error());
        }
        if (*count == 0) {
            return fail(ErrorCode::BadInput,
                        QStringLiteral("no certificate in trust file: ") + file);
        }
    }
    for (const QString &folder : folders) {
        if (!QFileInfo(folder).isDir()) {
            return fail(ErrorCode::NotFound, QStringLiteral("no such trust folder: ") + folder);
        }
        QDirIterator entries(folder, QDir::Files);
        while (entries.hasNext()) {
            const auto count = anchors.addFile(entries.next());
            if (!count) {
                return tl::unexpected<Error>(count.error());
            }
        }
    }
    return anchors;
}

Result<int> TrustAnchors::addFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("cannot read trust file: ") + path);
    }
    const QByteArray bytes = file.read(MaxTrustFileBytes);
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(
        BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())), BIO_free);
    int count = 0;
    for (;;) {
        const Certificate next(PEM_read_bio_X509_AUX(in.get(), nullptr, nullptr, nullptr),
                               X509_free);
        if (!next) {
            break;
        }
        setSm2Identity(next.get());
        X509_STORE_add_cert(m_store.get(), next.get());
        ++count;
    }
    if (count == 0) {
        const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        if (const Certificate der = parseCertificate(view)) {
            setSm2Identity(der.get());
            X509_STORE_add_cert(m_store.get(), der.get());
            ++count;
        }
    }
    ERR_clear_error();
    return count;
}

ChainResult checkChain(const TrustAnchors &anchors, const ChainRequest &request)
{
    ChainResult result;
    if (!request.leaf) {
        result.detail = "the signer's certificate is not in the file";
        return result;
    }
    const BuiltChain built = buildChain(anchors, request);
    for (const Certificate &certificate : built.chain) {
        result.path.push_back(subjectOf(certificate.get()));
    }
    result.status = statusOf(built.error);
    result.detail = built.error == X509_V_OK ? "" : X509_verify_cert_error_string(built.error);
    const std::string fault = usageFault(request.leaf.get(), request.purpose);
    if (!fault.empty()) {
        result.status = CertificateStatus::Untrusted;
        result.detail = fault;
        return result;
    }
    judgeRevocation(request, built.chain, result);
    return result;
}

} // namespace andu::pdf::verify
