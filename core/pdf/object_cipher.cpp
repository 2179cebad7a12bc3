// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/object_cipher.h"

#include "core/base/literals.h"
#include "core/crypto/cipher.h"

#include <qpdf/QPDF.hh>

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <numeric>
#include <optional>

namespace andu::pdf {

namespace {

/// RC4 is in OpenSSL's legacy provider only; old files still need it for their new objects.
QByteArray rc4(const std::string &key, QByteArrayView plain)
{
    std::array<quint8, 256> state{};
    std::iota(state.begin(), state.end(), quint8(0));
    quint8 j = 0;
    for (size_t i = 0; i < state.size(); ++i) {
        j = quint8(j + state[i] + quint8(key[i % key.size()]));
        std::swap(state[i], state[j]);
    }
    QByteArray out = plain.toByteArray();
    quint8 a = 0;
    quint8 b = 0;
    for (char &byte : out) {
        a = quint8(a + 1);
        b = quint8(b + state[a]);
        std::swap(state[a], state[b]);
        byte = char(quint8(byte) ^ state[quint8(state[a] + state[b])]);
    }
    return out;
}

/// AES in CBC mode with a random initial vector in front and PKCS #7 padding (7.6.3.1).
QByteArray aesCbc(const std::string &key, QByteArrayView plain)
{
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const QByteArray vector = crypto::randomBytes(16);
    QByteArray out(plain.size() + 16, Qt::Uninitialized);
    const auto *keyBytes = reinterpret_cast<const unsigned char *>(key.data());
    auto *target = reinterpret_cast<unsigned char *>(out.data());
    int written = 0;
    int rest = 0;
    EVP_EncryptInit_ex(context.get(),
                       key.size() == 32 ? EVP_aes_256_cbc() : EVP_aes_128_cbc(),
                       nullptr,
                       keyBytes,
                       reinterpret_cast<const unsigned char *>(vector.constData()));
    EVP_EncryptUpdate(context.get(),
                      target,
                      &written,
                      reinterpret_cast<const unsigned char *>(plain.data()),
                      int(plain.size()));
    EVP_EncryptFinal_ex(context.get(), target + written, &rest);
    out.truncate(written + rest);
    return vector + out;
}

} // namespace

Result<ObjectCipher> ObjectCipher::of(QPDF &qpdf)
{
    int revision = 0;
    int permissions = 0;
    int version = 0;
    auto streams = QPDF::e_none;
    auto strings = QPDF::e_none;
    auto files = QPDF::e_none;
    ObjectCipher cipher;
    if (!qpdf.isEncrypted(revision, permissions, version, streams, strings, files)) {
        return cipher;
    }
    const auto methodOf = [](QPDF::encryption_method_e method) -> std::optional<Method> {
        switch (method) {
        case QPDF::e_none:
            return Method::None;
        case QPDF::e_rc4:
            return Method::Rc4;
        case QPDF::e_aes:
            return Method::Aes128;
        case QPDF::e_aesv3:
            return Method::Aes256;
        case QPDF::e_unknown:
            break;
        }
        return std::nullopt;
    };
    const auto stringMethod = methodOf(strings);
    const auto streamMethod = methodOf(streams);
    if (!stringMethod || !streamMethod) {
        return fail(ErrorCode::BadInput, u"unsupported-encryption: unknown crypt filter"_s);
    }
    // Crypt filters exist from V 4 on; before, everything is RC4 and QPDF reports no method.
    cipher.m_strings = version < 4 ? Method::Rc4 : *stringMethod;
    cipher.m_streams = version < 4 ? Method::Rc4 : *streamMethod;
    cipher.m_version = version;
    cipher.m_revision = revision;
    std::string key = qpdf.getEncryptionKey();
    cipher.m_key = crypto::SecureBytes(QByteArrayView(key.data(), qsizetype(key.size())));
    std::fill(key.begin(), key.end(), '\0');
    return cipher;
}

QByteArray ObjectCipher::encryptString(QPDFObjGen id, QByteArrayView plain) const
{
    return encrypt(m_strings, id, plain);
}

QByteArray ObjectCipher::encryptStream(QPDFObjGen id, QByteArrayView plain) const
{
    return encrypt(m_streams, id, plain);
}

QByteArray ObjectCipher::encrypt(Method method, QPDFObjGen id, QByteArrayView plain) const
{
    if (method == Method::None) {
        return plain.toByteArray();
    }
    const std::string fileKey(reinterpret_cast<const char *>(m_key.data()), m_key.size());
    if (method == Method::Aes256) {
        return aesCbc(fileKey, plain);
    }
    const std::string key = QPDF::compute_data_key(
        fileKey, id.getObj(), id.getGen(), method == Method::Aes128, m_version, m_revision);
    return method == Method::Aes128 ? aesCbc(key, plain) : rc4(key, plain);
}

} // namespace andu::pdf
