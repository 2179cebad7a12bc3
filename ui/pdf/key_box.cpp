// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/key_box.h"

#include "core/base/literals.h"
#include "ui/pdf/form_rows.h"
#include "ui/pdf/pdf_notice.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace andu::ui {

KeyBox::KeyBox(const SigningSettings &settings, const KeyMemory *memory, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_memory(memory)
    , m_form(makeFormRows(this))
    , m_place(named(new QComboBox, u"keyPlace"_s, tr("Key")))
    , m_path(named(new QLineEdit, u"keyPath"_s, tr("Key file")))
    , m_label(named(new QLineEdit, u"keyLabel"_s, tr("Name of the key")))
    , m_secret(named(new QLineEdit, u"keySecret"_s, tr("Password or PIN")))
{
    m_place->addItem(tr("Certificate file (.p12, .pfx)"), int(KeyPlace::Pkcs12));
    m_place->addItem(tr("Token with a PKCS#11 library"), int(KeyPlace::Pkcs11));
    m_place->addItem(tr("Token with an SKF library"), int(KeyPlace::Skf));
    m_place->setCurrentIndex(m_place->findData(int(settings.keyPlace)));
    m_path->setText(settings.keyPath);
    m_label->setText(settings.keyLabel);
    m_label->setPlaceholderText(tr("Only when the token has several"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_form->addRow(tr("Key"), m_place);
    m_form->addRow(tr("Key file"), makePathRow());
    m_form->addRow(tr("Name of the key"), m_label);
    m_form->addRow(tr("Password or PIN"), m_secret);
    connect(m_place, &QComboBox::currentIndexChanged, this, &KeyBox::refresh);
    connect(m_path, &QLineEdit::textChanged, this, &KeyBox::refresh);
    connect(m_label, &QLineEdit::textChanged, this, &KeyBox::refresh);
    refresh();
}

QWidget *KeyBox::makePathRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    layout->addWidget(m_path, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(
            this, {}, {}, tr("Keys and libraries (*.p12 *.pfx *.so);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
        dialog->open();
    });
    return row;
}

KeyChoice KeyBox::typed() const
{
    return { KeyPlace(m_place->currentData().toInt()),
             m_path->text().trimmed(),
             m_label->isVisibleTo(this) ? m_label->text().trimmed() : QString(),
             nullptr };
}

void KeyBox::refresh()
{
    const bool isToken = m_place->currentData().toInt() != int(KeyPlace::Pkcs12);
    showRow(*m_form, m_label, isToken);
    setRowText(*m_form, 1, isToken ? tr("Vendor's library") : tr("Key file"));
    const bool isOpen = m_memory != nullptr && m_memory->secretOf(typed(), m_settings) != nullptr;
    m_secret->setPlaceholderText(isOpen        ? tr("Unlocked a moment ago")
                                     : isToken ? tr("PIN")
                                     : m_settings.reauthentication == Reauthentication::EachUse
                                     ? tr("Asked for each use, never kept")
                                     : tr("Password"));
}

KeyChoice KeyBox::take()
{
    KeyChoice key = typed();
    const bool isEmpty = m_secret->text().isEmpty();
    key.secret = takeSecret(*m_secret);
    const auto kept
        = isEmpty && m_memory != nullptr ? m_memory->secretOf(key, m_settings) : nullptr;
    if (kept) {
        key.secret = kept;
    }
    return key;
}

bool KeyBox::isComplete() const
{
    return !m_path->text().trimmed().isEmpty();
}

void KeyBox::keepIn(SigningSettings &settings) const
{
    const KeyChoice key = typed();
    settings.keyPlace = key.place;
    settings.keyPath = key.path;
    settings.keyLabel = key.label;
}

} // namespace andu::ui
