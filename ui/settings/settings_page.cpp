// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "core/base/literals.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

namespace andu::ui {

Scheme schemeOf(const QSettings &settings, const Theme &theme)
{
    const QString wanted = settings.value("appearance/scheme").toString();
    if (wanted == "dark"_L1) {
        return Scheme::Dark;
    }
    return wanted == "light"_L1 ? Scheme::Light : theme.desktopScheme();
}

SettingsPage::SettingsPage(Theme &theme, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_cards(new QVBoxLayout)
{
    setObjectName(u"canvas"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    auto *list = new QWidget;
    list->setObjectName(u"canvas"_s);
    list->setAttribute(Qt::WA_StyledBackground);
    scroll->setWidget(list);
    m_cards->setContentsMargins(24, 24, 24, 24);
    m_cards->setSpacing(16);
    list->setLayout(m_cards);
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(24, 16, 24, 24);
    auto *title = new QLabel(tr("Settings"));
    title->setFont(theme.font(TypeStep::Title));
    layout->addWidget(title);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    auto *scheme = new QComboBox;
    scheme->setObjectName(u"scheme"_s);
    scheme->addItem(tr("Like the desktop"), u"desktop"_s);
    scheme->addItem(tr("Light"), u"light"_s);
    scheme->addItem(tr("Dark"), u"dark"_s);
    scheme->setCurrentIndex(std::max(
        0, scheme->findData(m_settings.value("appearance/scheme", u"desktop"_s).toString())));
    connect(scheme, &QComboBox::activated, this, [this, scheme] {
        m_settings.setValue("appearance/scheme", scheme->currentData());
        m_theme.setScheme(schemeOf(m_settings, m_theme));
    });
    form->addRow(tr("Appearance"), scheme);
    auto *language = new QComboBox;
    language->setObjectName(u"language"_s);
    language->addItem(tr("Like the desktop"), QString());
    language->addItem(u"简体中文"_s, u"zh_CN"_s);
    language->addItem(u"English"_s, u"en"_s);
    language->setCurrentIndex(
        std::max(0, language->findData(m_settings.value("appearance/language").toString())));
    connect(language, &QComboBox::activated, this, [this, language] {
        m_settings.setValue("appearance/language", language->currentData());
        Q_EMIT languageChanged();
    });
    form->addRow(tr("Language (after the next start)"), language);
    auto *about = new QLabel(tr("Andu %1, free software under the GPL, version 3 or later")
                                 .arg(QCoreApplication::applicationVersion()));
    about->setProperty("role", u"secondary"_s);
    about->setWordWrap(true);
    form->addRow(tr("About"), about);
    layout->addLayout(form);
    m_cards->addStretch();
    addCard(card);
}

void SettingsPage::addCard(QWidget *card)
{
    card->setMaximumWidth(720);
    m_cards->insertWidget(m_cards->count() - 1, card);
}

} // namespace andu::ui
