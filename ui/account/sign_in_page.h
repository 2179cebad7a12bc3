// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace andu::ui {

/// What a person typed to sign in. Secrets leave the text fields at once.
struct SignInForm
{
    QString server;
    QString user;
    std::shared_ptr<crypto::SecureBytes> password;
    std::shared_ptr<crypto::SecureBytes> passphrase; ///< Null: the desktop's keychain.
};

/// First sign-in, or opening an account of this computer.
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(const Theme &theme, QWidget *parent = nullptr);

    void setServer(const QString &server);
    void setUser(const QString &user);
    /// Without a keychain the passphrase is asked for from the start.
    void setHasKeychain(bool hasKeychain);
    /// Offers to open the account that is here, with its passphrase when it has one.
    void offerAccount(const QString &name, bool hasPassphrase);
    void setFocusToFirst();
    void setBusy(bool isBusy);
    void setError(const QString &text);

Q_SIGNALS:
    void signInWanted(const andu::ui::SignInForm &form);
    void openWanted(const std::shared_ptr<andu::crypto::SecureBytes> &passphrase);

private:
    [[nodiscard]] QWidget *makeArt();
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeAccount();
    void addField(QVBoxLayout *layout,
                  const QString &text,
                  QLineEdit *line,
                  const QString &icon,
                  const QString &name);
    void addEye(QLineEdit *line);
    void submit();
    [[nodiscard]] static std::shared_ptr<crypto::SecureBytes> take(QLineEdit *line);

    const Theme &m_theme;
    QLineEdit *m_server;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_usePassphrase;
    QWidget *m_passphraseBox;
    QLineEdit *m_passphrase;
    QPushButton *m_signIn;
    QLabel *m_error;
    QWidget *m_account;
    QLabel *m_avatar;
    QLabel *m_accountName;
    QLineEdit *m_unlock;
    QPushButton *m_open;
};

} // namespace andu::ui
