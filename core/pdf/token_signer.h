// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/signer.h"

#include <QProcess>

#include <memory>

namespace andu::pdf {

enum class TokenKind { Pkcs11, Skf };

struct TokenAddress
{
    QString helper; ///< Path of andu-keyd.
    TokenKind kind = TokenKind::Pkcs11;
    QString library; ///< The vendor's module.
    QString label; ///< Of key and certificate, or container; empty: the only one.
};

/// A key on a token. The vendor's library runs in a process of its own: when it crashes or hangs,
/// one signature fails and nothing else. Blocking; use on a pool thread.
class TokenSigner final : public Signer
{
public:
    /// WrongKey for a wrong PIN, Locked when the token refuses further tries, NotFound when there
    /// is no such token or key. @p pin may be empty for a token with its own keypad.
    [[nodiscard]] static Result<std::unique_ptr<TokenSigner>>
    open(const TokenAddress &address,
         const crypto::SecureBytes &pin,
         const QList<QByteArray> &intermediates);
    ~TokenSigner() override;

    [[nodiscard]] const Identity &identity() const override { return m_identity; }
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView message) override;

private:
    TokenSigner() = default;
    [[nodiscard]] Result<QJsonObject> ask(const QJsonObject &request, QByteArrayView bytes);
    [[nodiscard]] Result<QByteArray> receive(qint64 size);

    QProcess m_helper;
    Identity m_identity;
};

} // namespace andu::pdf
