// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/vault/keychain.h"
#include "ui/settings/settings_page.h"
#include "ui/text/error_text.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace andu::desktop {

namespace {

/// Opening blocks; what it makes belongs to the program's thread afterwards.
template <typename Work>
QFuture<Result<session::Session>> opening(Work work)
{
    return inBackground([work = std::move(work)]() mutable {
        Result<session::Session> session = work();
        if (session) {
            session->store->moveToThread(qApp->thread());
        }
        return session;
    });
}

vault::Unlock unlockWith(const std::shared_ptr<crypto::SecureBytes> &passphrase)
{
    vault::Unlock unlock;
    if (passphrase) {
        unlock.passphrase = passphrase->clone();
    } else {
        unlock.useKeychain = true;
    }
    return unlock;
}

} // namespace

Application::Application(StartOptions options)
    : m_options(std::move(options))
    , m_profile(m_options.profile)
    , m_settings(m_options.profile + u"/ui.ini"_s, QSettings::IniFormat)
{
    installTranslations();
    const QString wanted = m_options.scheme;
    m_theme.setScheme(wanted == "dark"_L1        ? ui::Scheme::Dark
                          : wanted == "light"_L1 ? ui::Scheme::Light
                                                 : ui::schemeOf(m_settings, m_theme));
}

Application::~Application() = default;

void Application::installTranslations()
{
    QString language = m_options.language;
    if (language.isEmpty()) {
        language = m_settings.value("appearance/language").toString();
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    if (m_translator.load(locale, u"andu"_s, u"_"_s, u":/i18n"_s)) {
        qApp->installTranslator(&m_translator);
    }
    const QString path = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qtTranslator.load(locale, u"qtbase"_s, u"_"_s, path)) {
        qApp->installTranslator(&m_qtTranslator);
    }
}

void Application::start()
{
    const auto card = m_profile.exists() ? m_profile.load() : fail(ErrorCode::NotFound, {});
    if (card && !card->hasPassphrase) {
        showSignIn();
        open(nullptr);
        return;
    }
    showSignIn();
}

void Application::showSignIn()
{
    m_signIn = std::make_unique<ui::SignInPage>(m_theme);
    m_signIn->setWindowTitle(tr("Sign in to Andu"));
    m_signIn->setMinimumSize(1024, 640);
    m_signIn->resize(1440, 900);
    m_signIn->setServer(m_options.server.toString());
    m_signIn->setHasKeychain(false);
    probeKeychain();
    m_signIn->setUser(m_options.user);
    offerAccount();
    connect(m_signIn.get(), &ui::SignInPage::signInWanted, this, &Application::signIn);
    connect(m_signIn.get(), &ui::SignInPage::openWanted, this, &Application::open);
    m_signIn->show();
}

/// The secret service may take its time to answer; the page is usable meanwhile.
void Application::probeKeychain()
{
    const QFuture<bool> probing
        = inBackground([] { return vault::probeKeychain() == vault::KeychainState::Ready; });
    whenDone(probing, m_signIn.get(), [this](bool isReady) { m_signIn->setHasKeychain(isReady); });
}

void Application::offerAccount()
{
    if (!m_profile.exists()) {
        return;
    }
    const auto card = m_profile.load();
    if (card) {
        m_signIn->setServer(card->server.toString());
        m_signIn->setUser(card->user);
        m_signIn->offerAccount(card->name, card->hasPassphrase);
    }
}

void Application::signIn(const ui::SignInForm &form)
{
    if (m_signIn) {
        m_signIn->setBusy(true);
    }
    signInTask(form);
}

QCoro::Task<void> Application::signInTask(ui::SignInForm form)
{
    const Result<o2oa::Endpoint> endpoint
        = co_await o2oa::discover(m_network, QUrl::fromUserInput(form.server));
    if (!endpoint) {
        refuse(endpoint.error());
        co_return;
    }
    auto client = std::make_unique<o2oa::Client>(m_network, *endpoint);
    const Result<Account> account = co_await client->signIn(form.user, form.password);
    if (!account) {
        refuse(account.error());
        co_return;
    }
    const QByteArray token = client->token();
    const auto session = opening([profile = m_profile,
                                  passphrase = form.passphrase,
                                  endpoint = *endpoint,
                                  account = *account,
                                  token,
                                  user = form.user] {
        return session::adoptSignIn(
            profile, unlockWith(passphrase), endpoint, account, token, user);
    });
    adoptWhenOpen(session);
}

void Application::open(const std::shared_ptr<crypto::SecureBytes> &passphrase)
{
    if (m_signIn) {
        m_signIn->setBusy(true);
    }
    adoptWhenOpen(opening([profile = m_profile, passphrase] {
        return session::openSession(profile, unlockWith(passphrase));
    }));
}

void Application::adoptWhenOpen(const QFuture<Result<session::Session>> &opening)
{
    whenDone(opening, this, [this](Result<session::Session> session) {
        if (session) {
            adopt(std::move(*session));
        } else {
            refuse(session.error());
        }
    });
}

void Application::refuse(const Error &error)
{
    if (m_signIn) {
        m_signIn->setBusy(false);
        m_signIn->setError(ui::errorText(error));
    }
    Q_EMIT refused(ui::errorText(error));
}

void Application::adopt(session::Session session)
{
    m_workplace
        = std::make_unique<Workplace>(std::move(session), m_options.profile, m_theme, m_settings);
    connect(m_workplace.get(),
            &Workplace::closeWanted,
            this,
            &Application::close,
            Qt::QueuedConnection);
    m_workplace->start();
    m_signIn.reset();
    Q_EMIT opened();
}

void Application::close()
{
    if (!m_workplace) {
        return;
    }
    m_ending = std::move(m_workplace);
    showSignIn();
    m_signIn->setEnabled(false); // until the vault is free again
    const auto end = [this] {
        m_ending.reset();
        m_signIn->setEnabled(true);
        m_signIn->setFocusToFirst();
        Q_EMIT closed();
    };
    connect(m_ending.get(), &Workplace::ended, this, end, Qt::QueuedConnection);
    m_ending->shutDown();
}

} // namespace andu::desktop
