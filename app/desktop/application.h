// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/workplace.h"
#include "app/session/session.h"
#include "ui/account/sign_in_page.h"
#include "ui/theme/theme.h"

#include <QSettings>
#include <QTranslator>

namespace andu::desktop {

/// What the command line asked for.
struct StartOptions
{
    QString profile;
    QString language; ///< "zh_CN", "en", or empty for the desktop's.
    QString scheme; ///< "light", "dark", or empty for the settings'.
    QUrl server; ///< Filled into the sign-in page.
    QString user;
};

/// The desktop program: sign-in, then the workplace of the account.
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(StartOptions options);
    ~Application() override;

    /// Shows the sign-in page, or opens the account that the keychain unlocks.
    void start();
    void signIn(const ui::SignInForm &form);
    void open(const std::shared_ptr<crypto::SecureBytes> &passphrase);
    /// Puts the account away and shows the sign-in page again; closed() follows.
    void close();

    [[nodiscard]] Workplace *workplace() { return m_workplace.get(); }
    [[nodiscard]] bool isClosing() const { return m_ending != nullptr; }
    [[nodiscard]] ui::SignInPage *signInPage() { return m_signIn.get(); }
    [[nodiscard]] ui::Theme &theme() { return m_theme; }

Q_SIGNALS:
    void opened();
    void closed();
    void refused(const QString &text);

private:
    void installTranslations();
    void showSignIn();
    void probeKeychain();
    void offerAccount();
    void refuse(const Error &error);
    void adoptWhenOpen(const QFuture<Result<session::Session>> &opening);
    void adopt(session::Session session);
    QCoro::Task<void> signInTask(ui::SignInForm form);

    StartOptions m_options;
    session::Profile m_profile;
    QSettings m_settings;
    ui::Theme m_theme;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    QNetworkAccessManager m_network;
    std::unique_ptr<ui::SignInPage> m_signIn;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Workplace> m_ending; ///< Still finishing what was under way.
};

} // namespace andu::desktop
