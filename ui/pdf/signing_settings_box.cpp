// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/signing_settings_box.h"

#include "core/base/literals.h"
#include "ui/pdf/form_rows.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

namespace andu::ui {

namespace {

constexpr int TrustHeight = 96;
constexpr int IsFolderRole = Qt::UserRole;

} // namespace

SigningSettingsBox::SigningSettingsBox(const Theme &theme, QSettings &settings, QWidget *parent)
    : QFrame(parent)
    , m_settings(settings)
    , m_server(named(new QLineEdit, u"settingsTimestamp"_s, tr("Time stamp server")))
    , m_serverProblem(new QLabel(tr("An address begins with http:// or https://.")))
    , m_policy(named(new QComboBox, u"settingsReauthentication"_s, tr("Ask for the key again")))
    , m_minutes(named(new QSpinBox, u"settingsMinutes"_s, tr("Minutes")))
    , m_trust(named(new QListWidget, u"settingsTrust"_s, tr("Trusted certificates")))
{
    setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(12);
    auto *title = new QLabel(tr("Signing and sealing"));
    title->setFont(theme.font(TypeStep::Heading));
    layout->addWidget(title);
    auto *form = makeFormRows();
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    const SigningSettings now = signingSettingsIn(settings);
    m_server->setText(now.timestampUrl);
    m_server->setPlaceholderText(u"http://"_s);
    m_serverProblem->setProperty("role", u"danger"_s);
    m_serverProblem->hide();
    form->addRow(tr("Time stamp server"), m_server);
    form->addRow(QString(), m_serverProblem);
    form->addRow(tr("Ask for the key again"), makePolicyRow());
    form->addRow(tr("Trusted certificates"), makeTrustRow());
    layout->addLayout(form);
    connect(m_server, &QLineEdit::textChanged, this, &SigningSettingsBox::keepServer);
    showTrust();
}

void SigningSettingsBox::change(const std::function<void(SigningSettings &)> &edit)
{
    SigningSettings settings = signingSettingsIn(m_settings);
    edit(settings);
    keep(m_settings, settings);
}

void SigningSettingsBox::keepServer()
{
    const QString address = m_server->text().trimmed();
    const bool isGood = address.isEmpty() || isServerAddress(address);
    m_serverProblem->setVisible(!isGood);
    if (isGood) {
        change([&address](SigningSettings &settings) { settings.timestampUrl = address; });
    }
}

QWidget *SigningSettingsBox::makePolicyRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_policy->addItem(tr("Before each use"), int(Reauthentication::EachUse));
    m_policy->addItem(tr("After some minutes"), int(Reauthentication::AfterMinutes));
    m_policy->addItem(tr("Once, until Andu is closed"), int(Reauthentication::Never));
    const SigningSettings now = signingSettingsIn(m_settings);
    m_policy->setCurrentIndex(m_policy->findData(int(now.reauthentication)));
    m_minutes->setRange(1, 480);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setValue(now.reauthenticationMinutes);
    m_minutes->setVisible(now.reauthentication == Reauthentication::AfterMinutes);
    layout->addWidget(m_policy, 1);
    layout->addWidget(m_minutes);
    connect(m_policy, &QComboBox::currentIndexChanged, this, [this] {
        const auto policy = Reauthentication(m_policy->currentData().toInt());
        m_minutes->setVisible(policy == Reauthentication::AfterMinutes);
        change([policy](SigningSettings &settings) { settings.reauthentication = policy; });
    });
    connect(m_minutes, &QSpinBox::valueChanged, this, [this](int minutes) {
        change(
            [minutes](SigningSettings &settings) { settings.reauthenticationMinutes = minutes; });
    });
    return row;
}

QWidget *SigningSettingsBox::makeTrustRow()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_trust->setFixedHeight(TrustHeight);
    layout->addWidget(m_trust);
    auto *hint = new QLabel(tr("Nothing listed: the certificates this computer trusts."));
    hint->setProperty("role", u"hint"_s);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto *file = new QPushButton(tr("Add a certificate…"));
    auto *folder = new QPushButton(tr("Add a folder…"));
    auto *remove = named(new QPushButton(tr("Remove")), u"settingsTrustRemove"_s, tr("Remove"));
    for (QPushButton *button : { file, folder, remove }) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(file, &QPushButton::clicked, this, [this] { choosePath(false); });
    connect(folder, &QPushButton::clicked, this, [this] { choosePath(true); });
    connect(remove, &QPushButton::clicked, this, &SigningSettingsBox::removePath);
    return column;
}

void SigningSettingsBox::choosePath(bool isFolder)
{
    auto *dialog = new QFileDialog(
        this, {}, {}, tr("Certificates (*.pem *.crt *.cer *.der);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, isFolder](const QString &path) {
        change([&](SigningSettings &settings) {
            QStringList &list = isFolder ? settings.trust.folders : settings.trust.files;
            list.append(path);
            list.removeDuplicates();
        });
        showTrust();
    });
    dialog->open();
}

void SigningSettingsBox::removePath()
{
    const QListWidgetItem *item = m_trust->currentItem();
    if (item == nullptr) {
        return;
    }
    const QString path = item->text();
    const bool isFolder = item->data(IsFolderRole).toBool();
    change([&](SigningSettings &settings) {
        (isFolder ? settings.trust.folders : settings.trust.files).removeAll(path);
    });
    showTrust();
}

void SigningSettingsBox::showTrust()
{
    m_trust->clear();
    const SigningSettings now = signingSettingsIn(m_settings);
    for (const QString &path : now.trust.files) {
        new QListWidgetItem(path, m_trust);
    }
    for (const QString &path : now.trust.folders) {
        auto *item = new QListWidgetItem(path, m_trust);
        item->setData(IsFolderRole, true);
    }
}

} // namespace andu::ui
