// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/keyd/token.h"

#include <QFile>

#include <dlfcn.h>
#include <p11-kit/pkcs11.h>

#include <array>
#include <vector>

namespace andu::keyd {

namespace {

constexpr CK_ULONG MaxObjects = 256;

tl::unexpected<Error> tokenError(CK_RV code, const QString &what)
{
    switch (code) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_LEN_RANGE:
    case CKR_PIN_INVALID:
        return fail(ErrorCode::WrongKey, u"the PIN is wrong"_s);
    case CKR_PIN_LOCKED:
        return fail(ErrorCode::Locked, u"the PIN is locked"_s);
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_DEVICE_REMOVED:
    case CKR_SESSION_HANDLE_INVALID:
        return fail(ErrorCode::NotFound, u"the token was removed"_s);
    default:
        return fail(ErrorCode::BadInput,
                    what + u" (PKCS #11 code 0x"_s + QString::number(qulonglong(code), 16) + u')');
    }
}

class Pkcs11Token final : public Token
{
public:
    ~Pkcs11Token() override
    {
        if (m_session != 0) {
            m_calls->C_Logout(m_session);
            m_calls->C_CloseSession(m_session);
        }
        // C_Finalize and dlclose are left to the end of the process: drivers crash there.
    }

    Result<void> load(const QString &library)
    {
        void *handle = ::dlopen(QFile::encodeName(library).constData(), RTLD_NOW | RTLD_LOCAL);
        if (handle == nullptr) {
            return fail(ErrorCode::NotFound, u"the token's library cannot be loaded"_s);
        }
        const auto list
            = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(handle, "C_GetFunctionList"));
        if (list == nullptr || list(&m_calls) != CKR_OK) {
            return fail(ErrorCode::BadInput, u"the library is no PKCS #11 module"_s);
        }
        const CK_RV code = m_calls->C_Initialize(nullptr);
        if (code != CKR_OK && code != CKR_CRYPTOKI_ALREADY_INITIALIZED) {
            return tokenError(code, u"the module does not start"_s);
        }
        return {};
    }

    Result<void> open(const QString &label, const crypto::SecureBytes &pin)
    {
        return choose(label.toUtf8()).and_then([&] { return login(pin); }).and_then([&] {
            return findKey();
        });
    }

    QByteArray certificate() const override { return m_certificate; }
    QList<QByteArray> others() const override { return m_others; }

    Result<QByteArray> sign(QByteArrayView message) override
    {
        const bool isRsa = m_kind == pdf::KeyKind::Rsa;
        CK_MECHANISM mechanism{ isRsa ? CKM_RSA_PKCS : CKM_ECDSA, nullptr, 0 };
        const QByteArray digest = pdf::digestOf(pdf::digestFor(m_kind), message);
        QByteArray input = isRsa ? digestInfo(digest) : digest;
        CK_RV code = m_calls->C_SignInit(m_session, &mechanism, m_key);
        if (code == CKR_OK && m_mustAlwaysLogin) {
            code = m_calls->C_Login(m_session, CKU_CONTEXT_SPECIFIC, m_pin.data(), m_pin.size());
        }
        if (code != CKR_OK) {
            return tokenError(code, u"the token cannot sign"_s);
        }
        QByteArray out(1024, '\0');
        CK_ULONG size = CK_ULONG(out.size());
        code = m_calls->C_Sign(m_session,
                               reinterpret_cast<CK_BYTE_PTR>(input.data()),
                               CK_ULONG(input.size()),
                               reinterpret_cast<CK_BYTE_PTR>(out.data()),
                               &size);
        if (code != CKR_OK) {
            return tokenError(code, u"the token cannot sign"_s);
        }
        out.truncate(qsizetype(size));
        return isRsa ? out : derSignature(out);
    }

private:
    QByteArray attribute(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type)
    {
        CK_ATTRIBUTE wanted{ type, nullptr, 0 };
        if (m_calls->C_GetAttributeValue(session, object, &wanted, 1) != CKR_OK
            || wanted.ulValueLen == CK_UNAVAILABLE_INFORMATION || wanted.ulValueLen > (1 << 20)) {
            return {};
        }
        QByteArray value(qsizetype(wanted.ulValueLen), '\0');
        wanted.pValue = value.data();
        return m_calls->C_GetAttributeValue(session, object, &wanted, 1) == CKR_OK ? value
                                                                                   : QByteArray();
    }

    std::vector<CK_OBJECT_HANDLE> find(CK_SESSION_HANDLE session, std::vector<CK_ATTRIBUTE> wanted)
    {
        std::vector<CK_OBJECT_HANDLE> found(MaxObjects);
        CK_ULONG count = 0;
        if (m_calls->C_FindObjectsInit(session, wanted.data(), CK_ULONG(wanted.size())) == CKR_OK) {
            m_calls->C_FindObjects(session, found.data(), MaxObjects, &count);
            m_calls->C_FindObjectsFinal(session);
        }
        found.resize(count);
        return found;
    }

    std::vector<CK_OBJECT_HANDLE> certificatesOf(CK_SESSION_HANDLE session)
    {
        CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
        return find(session, { { CKA_CLASS, &kind, sizeof(kind) } });
    }

    /// Looks through all tokens for the certificate; only the one that has it sees the PIN.
    Result<void> choose(const QByteArray &label)
    {
        CK_ULONG count = 0;
        m_calls->C_GetSlotList(CK_TRUE, nullptr, &count);
        std::vector<CK_SLOT_ID> slots(count);
        if (count == 0 || m_calls->C_GetSlotList(CK_TRUE, slots.data(), &count) != CKR_OK) {
            return fail(ErrorCode::NotFound, u"no token is plugged in"_s);
        }
        slots.resize(count);
        for (const CK_SLOT_ID slot : slots) {
            CK_SESSION_HANDLE session = 0;
            if (m_calls->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session)
                != CKR_OK) {
                continue;
            }
            if (chooseIn(session, label)) {
                m_session = session;
                m_slot = slot;
                return {};
            }
            m_calls->C_CloseSession(session);
        }
        return fail(ErrorCode::NotFound, u"no token has this certificate"_s);
    }

    bool chooseIn(CK_SESSION_HANDLE session, const QByteArray &label)
    {
        bool isFound = false;
        m_others.clear();
        for (const CK_OBJECT_HANDLE object : certificatesOf(session)) {
            const QByteArray der = attribute(session, object, CKA_VALUE);
            const QByteArray id = attribute(session, object, CKA_ID);
            const bool fits = label.isEmpty() || attribute(session, object, CKA_LABEL) == label;
            const auto identity = pdf::identityOf(der, {});
            if (!isFound && fits && identity) {
                m_certificate = der;
                m_id = id;
                m_kind = identity->key;
                isFound = true;
            } else if (!der.isEmpty()) {
                m_others.append(der);
            }
        }
        return isFound;
    }

    Result<void> login(const crypto::SecureBytes &pin)
    {
        CK_TOKEN_INFO info{};
        m_calls->C_GetTokenInfo(m_slot, &info);
        if ((info.flags & CKF_USER_PIN_LOCKED) != 0) {
            return fail(ErrorCode::Locked, u"the PIN is locked"_s);
        }
        m_pin = pin.clone();
        const bool hasKeypad = (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
        const CK_RV code = m_calls->C_Login(m_session,
                                            CKU_USER,
                                            hasKeypad && pin.isEmpty() ? nullptr : m_pin.data(),
                                            hasKeypad && pin.isEmpty() ? 0 : m_pin.size());
        if (code != CKR_OK && code != CKR_USER_ALREADY_LOGGED_IN) {
            return tokenError(code, u"the token refuses the login"_s);
        }
        return {};
    }

    Result<void> findKey()
    {
        CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
        const auto keys = find(
            m_session,
            { { CKA_CLASS, &kind, sizeof(kind) }, { CKA_ID, m_id.data(), CK_ULONG(m_id.size()) } });
        if (keys.empty()) {
            return fail(ErrorCode::NotFound, u"the token has no key for this certificate"_s);
        }
        if (m_kind == pdf::KeyKind::Sm2) {
            return fail(ErrorCode::BadInput, u"PKCS #11 has no standard for SM2; use SKF"_s);
        }
        m_key = keys.front();
        m_mustAlwaysLogin
            = attribute(m_session, m_key, CKA_ALWAYS_AUTHENTICATE) == QByteArray(1, 1);
        if (!m_mustAlwaysLogin) {
            m_pin = {};
        }
        return {};
    }

    CK_FUNCTION_LIST *m_calls = nullptr;
    CK_SESSION_HANDLE m_session = 0;
    CK_SLOT_ID m_slot = 0;
    CK_OBJECT_HANDLE m_key = 0;
    bool m_mustAlwaysLogin = false;
    crypto::SecureBytes m_pin; ///< Kept only when each signature needs it.
    pdf::KeyKind m_kind = pdf::KeyKind::Rsa;
    QByteArray m_id;
    QByteArray m_certificate;
    QList<QByteArray> m_others;
};

} // namespace

Result<std::unique_ptr<Token>>
openPkcs11(const QString &library, const QString &label, const crypto::SecureBytes &pin)
{
    auto token = std::make_unique<Pkcs11Token>();
    return token->load(library).and_then([&] { return token->open(label, pin); }).map([&] {
        return std::unique_ptr<Token>(std::move(token));
    });
}

} // namespace andu::keyd
