// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/software_signer.h"

#include "core/base/literals.h"
#include "core/pdf/digest.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs12err.h>
#include <openssl/provider.h>

namespace andu::pdf {

namespace {

using Pkcs12Ptr = std::unique_ptr<PKCS12, Releases<PKCS12_free>>;

struct Opened
{
    KeyPtr key;
    X509Ptr certificate;
    std::vector<X509Ptr> others;
};

void freeStack(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}

std::optional<Opened> openWith(PKCS12 *file, const char *password)
{
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    const bool isOpen = PKCS12_parse(file, password, &key, &certificate, &others) == 1;
    Opened opened;
    opened.key.reset(key);
    opened.certificate.reset(certificate);
    const std::unique_ptr<STACK_OF(X509), Releases<freeStack>> owned(others);
    for (int i = 0; others != nullptr && i < sk_X509_num(others); ++i) {
        X509_up_ref(sk_X509_value(others, i));
        opened.others.emplace_back(sk_X509_value(others, i));
    }
    return isOpen ? std::optional(std::move(opened)) : std::nullopt;
}

/// RC2 and RC4 of old files are in the legacy provider; loading it hides the default one unless
/// that is loaded too. Done once, and only when such a file is met.
bool loadLegacy()
{
    static const bool isLoaded = OSSL_PROVIDER_load(nullptr, "default") != nullptr
        && OSSL_PROVIDER_load(nullptr, "legacy") != nullptr;
    return isLoaded;
}

} // namespace

Result<std::unique_ptr<SoftwareSigner>>
SoftwareSigner::fromPkcs12(QByteArrayView file, const crypto::SecureBytes &password)
{
    const unsigned char *at = bytesOf(file);
    const Pkcs12Ptr parsed(d2i_PKCS12(nullptr, &at, long(file.size())));
    if (!parsed) {
        ERR_clear_error();
        return fail(ErrorCode::BadInput, u"no PKCS #12 file"_s);
    }
    // OpenSSL wants a terminated string; the copy is wiped with its SecureBytes.
    crypto::SecureBytes secret(password.size() + 1);
    std::copy_n(password.data(), password.size(), secret.data());
    const char *word = reinterpret_cast<const char *>(secret.data());
    // Parsing checks the password first; the key derivation is slow, so it is not done twice.
    auto opened = openWith(parsed.get(), word);
    if (!opened && ERR_GET_REASON(ERR_peek_last_error()) == PKCS12_R_MAC_VERIFY_FAILURE) {
        ERR_clear_error();
        return fail(ErrorCode::WrongKey, u"the password does not open the key file"_s);
    }
    if (!opened && loadLegacy()) {
        ERR_clear_error();
        opened = openWith(parsed.get(), word);
    }
    if (!opened || !opened->key || !opened->certificate) {
        return fail(ErrorCode::BadInput,
                    u"the key file has no usable key and certificate: "_s + opensslError());
    }
    ERR_clear_error();
    return identityOf(opened->certificate.get(), opened->others).map([&](Identity identity) {
        return std::unique_ptr<SoftwareSigner>(
            new SoftwareSigner(std::move(identity), std::move(opened->key)));
    });
}

Result<std::unique_ptr<SoftwareSigner>> SoftwareSigner::fromKey(const crypto::SecureBytes &pkcs8,
                                                                const QByteArray &certificate,
                                                                const QList<QByteArray> &others)
{
    const unsigned char *at = pkcs8.data();
    KeyPtr key(d2i_AutoPrivateKey(nullptr, &at, long(pkcs8.size())));
    const X509Ptr parsed = parseCertificate(certificate);
    if (!key || !parsed || X509_check_private_key(parsed.get(), key.get()) != 1) {
        return fail(ErrorCode::BadInput, u"key and certificate do not belong together"_s);
    }
    return identityOf(certificate, others).map([&](Identity identity) {
        return std::unique_ptr<SoftwareSigner>(
            new SoftwareSigner(std::move(identity), std::move(key)));
    });
}

Result<QByteArray> SoftwareSigner::sign(QByteArrayView message)
{
    const DigestContextPtr context(EVP_MD_CTX_new());
    const KeyContextPtr keyContext(EVP_PKEY_CTX_new(m_key.get(), nullptr));
    if (m_identity.key == KeyKind::Sm2
        && EVP_PKEY_CTX_set1_id(keyContext.get(), Sm2Id.data(), size_t(Sm2Id.size())) <= 0) {
        return fail(ErrorCode::BadInput, u"SM2 is not available: "_s + opensslError());
    }
    EVP_MD_CTX_set_pkey_ctx(context.get(), keyContext.get());
    size_t size = 0;
    const EVP_MD *digest = evpOf(digestFor(m_identity.key));
    if (EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, bytesOf(message), size_t(message.size()))
            != 1) {
        return fail(ErrorCode::BadInput, u"the key cannot sign: "_s + opensslError());
    }
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(),
                       reinterpret_cast<unsigned char *>(signature.data()),
                       &size,
                       bytesOf(message),
                       size_t(message.size()))
        != 1) {
        return fail(ErrorCode::BadInput, u"the key cannot sign: "_s + opensslError());
    }
    signature.truncate(qsizetype(size));
    return signature;
}

} // namespace andu::pdf
