// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/sign_in_page.h"

#include "core/base/literals.h"
#include "ui/widgets/pictures.h"

#include <QAction>
#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace andu::ui {

namespace {

/// A sheet with a red head and a seal; decoration only.
class Sheet final : public QWidget
{
public:
    explicit Sheet(const Theme &theme)
        : m_theme(theme)
    {
        setFixedSize(280, 320);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor red(0xC8, 0x16, 0x1D); // printed red: the same in both schemes
        painter.setPen(QPen(m_theme.colour(Token::Line2), 1.5));
        for (const double turn : { 9.0, 4.5, 0.0 }) {
            painter.save();
            painter.translate(20, 290);
            painter.rotate(turn);
            painter.setBrush(turn == 0.0 ? QColor(Qt::white) : QColor(0xF7, 0xF8, 0xFA));
            painter.drawRoundedRect(QRectF(0, -262, 196, 262), 4, 4);
            painter.restore();
        }
        painter.translate(20, 28);
        painter.setPen(Qt::NoPen);
        painter.setBrush(red);
        painter.drawRect(QRectF(36, 42, 124, 10));
        painter.drawRect(QRectF(20, 96, 156, 2.5));
        painter.setBrush(QColor(0xC4, 0xCA, 0xD3));
        painter.drawRoundedRect(QRectF(66, 72, 64, 4), 2, 2);
        const QRectF lines[]
            = { { 30, 122, 138, 4 }, { 20, 142, 148, 4 }, { 20, 162, 148, 4 }, { 20, 182, 86, 4 } };
        for (const QRectF &line : lines) {
            painter.drawRoundedRect(line, 2, 2);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(red, 2));
        painter.drawEllipse(QPointF(138, 212), 28, 28);
        painter.setPen(Qt::NoPen);
        painter.setBrush(red);
        QPolygonF star;
        for (int point = 0; point < 10; ++point) {
            const double angle = (-90 + point * 36) * 3.14159265358979 / 180;
            const double radius = point % 2 == 0 ? 9 : 3.6;
            star.append(QPointF(138 + radius * std::cos(angle), 212 + radius * std::sin(angle)));
        }
        painter.drawPolygon(star);
    }

private:
    const Theme &m_theme;
};

QLabel *caption(const QString &text, const Theme &theme)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"secondary"_s);
    label->setFont(theme.font(TypeStep::Small));
    return label;
}

} // namespace

SignInPage::SignInPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_server(new QLineEdit)
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_usePassphrase(new QCheckBox(tr("Protect this computer's copy with a passphrase of my own")))
    , m_passphraseBox(new QWidget)
    , m_passphrase(new QLineEdit)
    , m_signIn(new QPushButton(tr("Sign in")))
    , m_error(new QLabel)
    , m_account(new QWidget)
    , m_avatar(new QLabel)
    , m_accountName(new QLabel)
    , m_unlock(new QLineEdit)
    , m_open(new QPushButton(tr("Open offline")))
{
    setObjectName(u"content"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeArt(), 43);
    layout->addWidget(makeForm(), 57);
}

QWidget *SignInPage::makeArt()
{
    auto *art = new QFrame;
    art->setObjectName(u"art"_s);
    auto *layout = new QVBoxLayout(art);
    layout->setContentsMargins(64, 48, 32, 48);
    auto *brand = new QHBoxLayout;
    brand->setSpacing(12);
    auto *mark = new QLabel;
    mark->setPixmap(brandMark(m_theme, 40));
    brand->addWidget(mark);
    auto *name = new QLabel(tr("Andu"));
    name->setFont(m_theme.font(TypeStep::Figure));
    brand->addWidget(name, 1);
    layout->addLayout(brand);
    layout->addStretch();
    layout->addWidget(new Sheet(m_theme), 0, Qt::AlignHCenter);
    layout->addStretch();
    auto *line = new QLabel(tr("Documents, todos, meetings: the work goes on without a network"));
    line->setFont(m_theme.font(TypeStep::Title));
    line->setWordWrap(true);
    layout->addWidget(line);
    layout->addWidget(caption(
        tr("Everything is kept encrypted on this computer and delivered when the network is back."),
        m_theme));
    return art;
}

QWidget *SignInPage::makeForm()
{
    auto *side = new QFrame;
    side->setObjectName(u"signInSide"_s);
    auto *outer = new QVBoxLayout(side);
    outer->setContentsMargins(32, 16, 32, 16);
    auto *column = new QWidget;
    column->setFixedWidth(400);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *title = new QLabel(tr("Sign in"));
    title->setFont(m_theme.font(TypeStep::Title));
    layout->addWidget(title);
    layout->addWidget(
        caption(tr("The first sign-in needs the network; afterwards it opens offline."), m_theme));
    layout->addSpacing(20);
    addField(layout, tr("Server"), m_server, u"server"_s, u"server"_s);
    m_server->setPlaceholderText(tr("oa.example.com or an address with port"));
    addField(layout, tr("Name"), m_user, u"person"_s, u"user"_s);
    addField(layout, tr("Password"), m_password, u"lock"_s, u"password"_s);
    addEye(m_password);
    m_usePassphrase->setObjectName(u"usePassphrase"_s);
    layout->addWidget(m_usePassphrase);
    auto *passphrase = new QVBoxLayout(m_passphraseBox);
    passphrase->setContentsMargins(0, 0, 0, 0);
    passphrase->setSpacing(4);
    addField(
        passphrase, tr("Passphrase for this computer"), m_passphrase, u"key"_s, u"passphrase"_s);
    m_passphrase->setPlaceholderText(tr("At least 8 characters; opens Andu without a network"));
    addEye(m_passphrase);
    m_passphraseBox->hide();
    connect(m_usePassphrase, &QCheckBox::toggled, m_passphraseBox, &QWidget::setVisible);
    layout->addWidget(m_passphraseBox);
    m_error->setObjectName(u"signInError"_s);
    m_error->setProperty("role", u"danger"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_error);
    layout->addSpacing(8);
    m_signIn->setObjectName(u"signIn"_s);
    m_signIn->setProperty("role", u"primary"_s);
    m_signIn->setFixedHeight(40);
    layout->addWidget(m_signIn);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    layout->addWidget(makeAccount());
    outer->addStretch();
    outer->addWidget(column, 0, Qt::AlignHCenter);
    outer->addStretch();
    outer->addWidget(caption(tr("Andu %1").arg(QCoreApplication::applicationVersion()), m_theme),
                     0,
                     Qt::AlignRight);
    return side;
}

void SignInPage::addField(QVBoxLayout *layout,
                          const QString &text,
                          QLineEdit *line,
                          const QString &icon,
                          const QString &name)
{
    layout->addWidget(caption(text, m_theme));
    line->setObjectName(name);
    line->setAccessibleName(text);
    line->setFixedHeight(40);
    line->addAction(m_theme.icon(icon), QLineEdit::LeadingPosition);
    connect(line, &QLineEdit::returnPressed, this, &SignInPage::submit);
    layout->addWidget(line);
    layout->addSpacing(10);
}

/// Hides what is typed; a click on the eye shows it.
void SignInPage::addEye(QLineEdit *line)
{
    line->setEchoMode(QLineEdit::Password);
    QAction *eye = line->addAction(m_theme.icon(u"eye"_s), QLineEdit::TrailingPosition);
    eye->setToolTip(tr("Show what is typed"));
    connect(eye, &QAction::triggered, line, [line] {
        const bool isHidden = line->echoMode() == QLineEdit::Password;
        line->setEchoMode(isHidden ? QLineEdit::Normal : QLineEdit::Password);
    });
}

QWidget *SignInPage::makeAccount()
{
    auto *layout = new QVBoxLayout(m_account);
    layout->setContentsMargins(0, 20, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(caption(tr("Account on this computer"), m_theme));
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(8);
    row->addWidget(m_avatar);
    m_accountName->setTextFormat(Qt::PlainText);
    row->addWidget(m_accountName, 1);
    m_unlock->setObjectName(u"unlock"_s);
    m_unlock->setEchoMode(QLineEdit::Password);
    m_unlock->setPlaceholderText(tr("Passphrase"));
    m_unlock->setAccessibleName(tr("Passphrase"));
    row->addWidget(m_unlock, 2);
    m_open->setObjectName(u"openOffline"_s);
    row->addWidget(m_open);
    layout->addWidget(card);
    m_account->hide();
    const auto open
        = [this] { Q_EMIT openWanted(m_unlock->isVisible() ? take(m_unlock) : nullptr); };
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_unlock, &QLineEdit::returnPressed, this, open);
    return m_account;
}

void SignInPage::setServer(const QString &server)
{
    m_server->setText(server);
}

void SignInPage::setUser(const QString &user)
{
    m_user->setText(user);
    m_password->setFocus();
}

void SignInPage::setHasKeychain(bool hasKeychain)
{
    m_usePassphrase->setChecked(!hasKeychain);
    m_usePassphrase->setVisible(hasKeychain);
    m_passphraseBox->setVisible(!hasKeychain);
}

void SignInPage::offerAccount(const QString &name, bool hasPassphrase)
{
    m_accountName->setText(name);
    m_avatar->setPixmap(avatarOf(m_theme, name, 32, 2));
    m_unlock->setVisible(hasPassphrase);
    m_account->show();
    if (hasPassphrase) {
        m_unlock->setFocus();
    }
}

void SignInPage::setFocusToFirst()
{
    (m_unlock->isVisible() ? m_unlock : m_password)->setFocus();
}

void SignInPage::setBusy(bool isBusy)
{
    m_signIn->setEnabled(!isBusy);
    m_open->setEnabled(!isBusy);
    m_signIn->setText(isBusy ? tr("Signing in…") : tr("Sign in"));
    if (isBusy) {
        setError({});
    }
}

void SignInPage::setError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

std::shared_ptr<crypto::SecureBytes> SignInPage::take(QLineEdit *line)
{
    QByteArray bytes = line->text().toUtf8();
    auto secret = std::make_shared<crypto::SecureBytes>(QByteArrayView(bytes));
    bytes.fill('\0');
    line->clear();
    return secret;
}

void SignInPage::submit()
{
    if (m_server->text().trimmed().isEmpty() || m_user->text().trimmed().isEmpty()
        || m_password->text().isEmpty()) {
        setError(tr("Please fill in server, name and password."));
        return;
    }
    if (m_usePassphrase->isChecked() && m_passphrase->text().size() < 8) {
        setError(tr("The passphrase needs at least 8 characters."));
        m_passphrase->setFocus();
        return;
    }
    SignInForm form;
    form.server = m_server->text().trimmed();
    form.user = m_user->text().trimmed();
    form.password = take(m_password);
    if (m_usePassphrase->isChecked()) {
        form.passphrase = take(m_passphrase);
    }
    Q_EMIT signInWanted(form);
}

} // namespace andu::ui
