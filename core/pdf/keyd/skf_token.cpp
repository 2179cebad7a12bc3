// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/keyd/token.h"

#include <QFile>

#include <dlfcn.h>
#include <openssl/core_names.h>

#include <array>

namespace andu::keyd {

namespace {

// GM/T 0016. ULONG has 32 bits in the standard, and 64 in some Linux builds: numbers are passed by
// value as unsigned long, and pointers lead to zeroed 64-bit variables whose low half counts.
using Number = unsigned long;
using Handle = void *;

constexpr Number Ok = 0;
constexpr Number PinWrong = 0x0a000024;
constexpr Number PinLocked = 0x0a000025;
constexpr Number Removed = 0x0a000023;
constexpr Number UserPin = 1;
constexpr Number MaxList = 16384;

struct EccSignature
{
    unsigned char r[64];
    unsigned char s[64];
};

quint32 low(Number value)
{
    return quint32(value & 0xffffffffU);
}

tl::unexpected<Error> skfError(Number code, const QString &what)
{
    switch (low(code)) {
    case PinWrong:
        return fail(ErrorCode::WrongKey, u"the PIN is wrong"_s);
    case PinLocked:
        return fail(ErrorCode::Locked, u"the PIN is locked"_s);
    case Removed:
        return fail(ErrorCode::NotFound, u"the token was removed"_s);
    default:
        return fail(ErrorCode::BadInput,
                    what + u" (SKF code 0x"_s + QString::number(low(code), 16) + u')');
    }
}

/// Names separated by NUL, ended by an empty one.
QList<QByteArray> names(const QByteArray &list)
{
    QList<QByteArray> out;
    for (const QByteArray &name : list.split('\0')) {
        if (name.isEmpty()) {
            break;
        }
        out.append(name);
    }
    return out;
}

/// Z of GM/T 0003.2, 5.5: user id, curve and public key, hashed in front of the message.
QByteArray messageDigest(const QByteArray &publicPoint, QByteArrayView message)
{
    static const QByteArray curve
        = QByteArray::fromHex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC"
                              "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93"
                              "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"
                              "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0");
    pdf::Digest z(pdf::DigestKind::Sm3);
    const char bits[] = { char(pdf::Sm2Id.size() * 8 >> 8), char(pdf::Sm2Id.size() * 8 & 0xff) };
    z.add(QByteArrayView(bits, 2));
    z.add(pdf::Sm2Id);
    z.add(curve);
    z.add(QByteArrayView(publicPoint).sliced(1)); // without the mark of an uncompressed point
    pdf::Digest e(pdf::DigestKind::Sm3);
    e.add(z.finish());
    e.add(message);
    return e.finish();
}

QByteArray pointOf(const QByteArray &certificate)
{
    const pdf::X509Ptr parsed = pdf::parseCertificate(certificate);
    std::array<unsigned char, 256> point{};
    size_t size = 0;
    if (!parsed
        || EVP_PKEY_get_octet_string_param(X509_get0_pubkey(parsed.get()),
                                           OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY,
                                           point.data(),
                                           point.size(),
                                           &size)
            != 1) {
        return {};
    }
    return QByteArray(reinterpret_cast<const char *>(point.data()), qsizetype(size));
}

class SkfToken final : public Token
{
public:
    ~SkfToken() override
    {
        const auto close = [this](const char *function, Handle handle) {
            if (const auto call = find<Number (*)(Handle)>(function); call && handle != nullptr) {
                call(handle);
            }
        };
        close("SKF_CloseContainer", m_container);
        close("SKF_CloseApplication", m_application);
        close("SKF_DisConnectDev", m_device);
    }

    Result<void> load(const QString &library)
    {
        m_library = ::dlopen(QFile::encodeName(library).constData(), RTLD_NOW | RTLD_LOCAL);
        if (m_library == nullptr) {
            return fail(ErrorCode::NotFound, u"the token's library cannot be loaded"_s);
        }
        for (const char *needed : { "SKF_EnumDev",
                                    "SKF_ConnectDev",
                                    "SKF_EnumApplication",
                                    "SKF_OpenApplication",
                                    "SKF_EnumContainer",
                                    "SKF_OpenContainer",
                                    "SKF_ExportCertificate",
                                    "SKF_VerifyPIN",
                                    "SKF_ECCSignData",
                                    "SKF_RSASignData" }) {
            if (::dlsym(m_library, needed) == nullptr) {
                return fail(ErrorCode::BadInput, u"the library is no SKF module"_s);
            }
        }
        return {};
    }

    Result<void> open(const QString &label, const crypto::SecureBytes &pin)
    {
        const QByteArray wanted = label.toUtf8();
        const auto connect = find<Number (*)(const char *, Handle *)>("SKF_ConnectDev");
        for (const QByteArray &device : devices()) {
            if (connect(device.constData(), &m_device) == Ok && openIn(wanted)) {
                return verify(pin);
            }
        }
        return fail(ErrorCode::NotFound, u"no token has this certificate"_s);
    }

    QByteArray certificate() const override { return m_certificate; }
    QList<QByteArray> others() const override { return {}; }

    Result<QByteArray> sign(QByteArrayView message) override
    {
        if (m_kind != pdf::KeyKind::Sm2) {
            return signRsa(message);
        }
        QByteArray digest = messageDigest(pointOf(m_certificate), message);
        EccSignature signature{};
        const auto call
            = find<Number (*)(Handle, unsigned char *, Number, EccSignature *)>("SKF_ECCSignData");
        const Number code = call(m_container,
                                 reinterpret_cast<unsigned char *>(digest.data()),
                                 Number(digest.size()),
                                 &signature);
        if (low(code) != Ok) {
            return skfError(code, u"the token cannot sign"_s);
        }
        // Numbers of 256 bits stand at the right end of their 64 bytes.
        return derSignature(QByteArray(reinterpret_cast<const char *>(signature.r) + 32, 32)
                            + QByteArray(reinterpret_cast<const char *>(signature.s) + 32, 32));
    }

private:
    template <typename Function>
    Function find(const char *name) const
    {
        return reinterpret_cast<Function>(::dlsym(m_library, name));
    }

    QList<QByteArray> devices() const
    {
        QByteArray list(MaxList, '\0');
        quint64 size = MaxList;
        const auto call = find<Number (*)(int, char *, quint64 *)>("SKF_EnumDev");
        return call(1, list.data(), &size) == Ok ? names(list) : QList<QByteArray>();
    }

    QList<QByteArray> listOf(const char *function, Handle parent) const
    {
        QByteArray list(MaxList, '\0');
        quint64 size = MaxList;
        const auto call = find<Number (*)(Handle, char *, quint64 *)>(function);
        return call(parent, list.data(), &size) == Ok ? names(list) : QList<QByteArray>();
    }

    /// First container with a signing certificate this program can use.
    bool openIn(const QByteArray &wanted)
    {
        const auto openApplication
            = find<Number (*)(Handle, const char *, Handle *)>("SKF_OpenApplication");
        const auto openContainer
            = find<Number (*)(Handle, const char *, Handle *)>("SKF_OpenContainer");
        for (const QByteArray &application : listOf("SKF_EnumApplication", m_device)) {
            if (openApplication(m_device, application.constData(), &m_application) != Ok) {
                continue;
            }
            for (const QByteArray &container : listOf("SKF_EnumContainer", m_application)) {
                const bool fits = wanted.isEmpty() || wanted == container;
                if (fits && openContainer(m_application, container.constData(), &m_container) == Ok
                    && readCertificate()) {
                    return true;
                }
            }
        }
        return false;
    }

    bool readCertificate()
    {
        QByteArray der(MaxList, '\0');
        quint64 size = MaxList;
        const auto call
            = find<Number (*)(Handle, int, unsigned char *, quint64 *)>("SKF_ExportCertificate");
        if (call(m_container, 1, reinterpret_cast<unsigned char *>(der.data()), &size) != Ok) {
            return false;
        }
        der.truncate(qsizetype(std::min<quint32>(quint32(size), MaxList)));
        const auto identity = pdf::identityOf(der, {});
        if (!identity || identity->key == pdf::KeyKind::EcP256
            || identity->key == pdf::KeyKind::EcP384) {
            return false;
        }
        m_certificate = der;
        m_kind = identity->key;
        return true;
    }

    Result<void> verify(const crypto::SecureBytes &pin)
    {
        crypto::SecureBytes word(pin.size() + 1); // the call wants a terminated string
        std::copy_n(pin.data(), pin.size(), word.data());
        quint64 retries = 0;
        const auto call = find<Number (*)(Handle, Number, char *, quint64 *)>("SKF_VerifyPIN");
        const Number code
            = call(m_application, UserPin, reinterpret_cast<char *>(word.data()), &retries);
        if (low(code) != Ok) {
            return skfError(code, u"the token refuses the login"_s);
        }
        return {};
    }

    Result<QByteArray> signRsa(QByteArrayView message)
    {
        QByteArray input = digestInfo(pdf::digestOf(pdf::DigestKind::Sha256, message));
        QByteArray out(1024, '\0');
        quint64 size = quint64(out.size());
        const auto call
            = find<Number (*)(Handle, unsigned char *, Number, unsigned char *, quint64 *)>(
                "SKF_RSASignData");
        const Number code = call(m_container,
                                 reinterpret_cast<unsigned char *>(input.data()),
                                 Number(input.size()),
                                 reinterpret_cast<unsigned char *>(out.data()),
                                 &size);
        if (low(code) != Ok) {
            return skfError(code, u"the token cannot sign"_s);
        }
        out.truncate(qsizetype(std::min<quint32>(quint32(size), 1024)));
        return out;
    }

    void *m_library = nullptr;
    Handle m_device = nullptr;
    Handle m_application = nullptr;
    Handle m_container = nullptr;
    pdf::KeyKind m_kind = pdf::KeyKind::Sm2;
    QByteArray m_certificate;
};

} // namespace

Result<std::unique_ptr<Token>>
openSkf(const QString &library, const QString &label, const crypto::SecureBytes &pin)
{
    auto token = std::make_unique<SkfToken>();
    return token->load(library).and_then([&] { return token->open(label, pin); }).map([&] {
        return std::unique_ptr<Token>(std::move(token));
    });
}

} // namespace andu::keyd
