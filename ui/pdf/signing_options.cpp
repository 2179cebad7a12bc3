// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/signing_options.h"

#include "core/base/literals.h"
#include "ui/pdf/form_rows.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

namespace andu::ui {

namespace {

constexpr int LockListHeight = 92;
constexpr int NoLock = -1;

} // namespace

SigningOptions::SigningOptions(const SigningFacts &facts,
                               const SigningSettings &settings,
                               QWidget *parent)
    : QWidget(parent)
    , m_facts(facts)
    , m_form(makeFormRows(this))
    , m_reason(named(new QLineEdit(settings.reason), u"sealReason"_s, tr("Reason")))
    , m_level(named(new QComboBox, u"sealLevel"_s, tr("Proof")))
    , m_server(
          named(new QLineEdit(settings.timestampUrl), u"sealServer"_s, tr("Time stamp server")))
    , m_location(named(new QLineEdit(settings.location), u"sealLocation"_s, tr("Place of signing")))
    , m_contact(named(new QLineEdit(settings.contact), u"sealContact"_s, tr("Contact")))
    , m_field(named(new QComboBox, u"sealField"_s, tr("Signature field")))
    , m_certify(named(new QComboBox, u"sealCertify"_s, tr("Changes allowed afterwards")))
    , m_lock(named(new QComboBox, u"sealLock"_s, tr("Lock fields")))
    , m_lockFields(named(new QListWidget, u"sealLockFields"_s, tr("Fields")))
{
    m_form->addRow(tr("Reason"), m_reason);
    addLevels();
    m_level->setCurrentIndex(m_level->findData(int(settings.level)));
    m_form->addRow(tr("Place of signing"), m_location);
    m_form->addRow(tr("Contact"), m_contact);
    addFields();
    addLimits();
    connect(m_level, &QComboBox::currentIndexChanged, this, &SigningOptions::refresh);
    connect(m_lock, &QComboBox::currentIndexChanged, this, &SigningOptions::refresh);
    connect(m_field, &QComboBox::currentIndexChanged, this, [this] {
        refresh();
        Q_EMIT fieldChanged();
    });
    refresh();
}

void SigningOptions::addLevels()
{
    m_level->addItem(tr("Signature only"), int(SignatureLevel::Plain));
    m_level->addItem(tr("With a time stamp"), int(SignatureLevel::Timestamped));
    m_level->addItem(tr("Time stamp and validation data"), int(SignatureLevel::LongTerm));
    m_level->addItem(tr("For the archive: all of it, time stamped"), int(SignatureLevel::Archive));
    m_form->addRow(tr("Proof"), m_level);
    m_server->setPlaceholderText(u"http://"_s);
    m_form->addRow(tr("Time stamp server"), m_server);
}

void SigningOptions::addFields()
{
    const bool mayAdd = !m_facts.refusal;
    if (mayAdd) {
        m_field->addItem(tr("A new one"));
    }
    for (const EmptyField &field : m_facts.emptyFields) {
        m_field->addItem(tr("%1 (page %2)").arg(field.name).arg(field.page + 1), field.name);
    }
    m_form->addRow(tr("Signature field"), m_field);
}

void SigningOptions::addLimits()
{
    m_certify->addItem(tr("Not restricted"), 0);
    m_certify->addItem(tr("Certify: nothing"), 1);
    m_certify->addItem(tr("Certify: filling in fields and signing"), 2);
    m_certify->addItem(tr("Certify: also comments"), 3);
    m_form->addRow(tr("Changes afterwards"), m_certify);
    m_lock->addItem(tr("None"), NoLock);
    m_lock->addItem(tr("All fields"), int(pdf::LockAction::All));
    if (!m_facts.otherFields.isEmpty()) {
        m_lock->addItem(tr("Those ticked"), int(pdf::LockAction::Include));
        m_lock->addItem(tr("All but those ticked"), int(pdf::LockAction::Exclude));
    }
    m_form->addRow(tr("Lock fields"), m_lock);
    m_lockFields->setFixedHeight(LockListHeight);
    for (const QString &name : m_facts.otherFields) {
        auto *item = new QListWidgetItem(name, m_lockFields);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_form->addRow(QString(), m_lockFields);
}

void SigningOptions::showMore(bool isShown)
{
    m_isMore = isShown;
    refresh();
}

std::optional<EmptyField> SigningOptions::field() const
{
    const QString name = m_field->currentData().toString();
    for (const EmptyField &field : m_facts.emptyFields) {
        if (!name.isEmpty() && field.name == name) {
            return field;
        }
    }
    return std::nullopt;
}

void SigningOptions::refresh()
{
    const bool isStamped = m_level->currentData().toInt() != int(SignatureLevel::Plain);
    const auto chosen = field();
    const int lock = m_lock->currentData().toInt();
    const bool picks
        = lock == int(pdf::LockAction::Include) || lock == int(pdf::LockAction::Exclude);
    const bool mayLock = !chosen || !chosen->hasLock;
    showRow(*m_form, m_server, isStamped);
    showRow(*m_form, m_location, m_isMore);
    showRow(*m_form, m_contact, m_isMore);
    // A field somebody left to be signed is offered without asking for more.
    showRow(*m_form, m_field, !m_facts.emptyFields.isEmpty());
    showRow(*m_form, m_certify, m_isMore && m_facts.signatures == 0);
    showRow(*m_form, m_lock, m_isMore && mayLock);
    showRow(*m_form, m_lockFields, m_isMore && mayLock && picks);
}

QString SigningOptions::problem() const
{
    if (m_facts.refusal && m_facts.emptyFields.isEmpty()) {
        return tr("This document may not be signed.");
    }
    const bool isStamped = m_level->currentData().toInt() != int(SignatureLevel::Plain);
    if (isStamped && !isServerAddress(m_server->text())) {
        return tr("Type the address of a time stamp server, or choose “Signature only”.");
    }
    const auto chosen = lock();
    if (chosen && chosen->action == pdf::LockAction::Include && chosen->fields.isEmpty()) {
        return tr("Tick the fields to be locked.");
    }
    return {};
}

std::optional<pdf::FieldLock> SigningOptions::lock() const
{
    const int action = m_lock->currentData().toInt();
    const auto chosen = field();
    if (action == NoLock || (chosen && chosen->hasLock)) {
        return std::nullopt;
    }
    pdf::FieldLock out;
    out.action = pdf::LockAction(action);
    for (int i = 0; out.action != pdf::LockAction::All && i < m_lockFields->count(); ++i) {
        if (m_lockFields->item(i)->checkState() == Qt::Checked) {
            out.fields.append(m_lockFields->item(i)->text());
        }
    }
    return out;
}

void SigningOptions::apply(SealPlan &plan) const
{
    plan.level = SignatureLevel(m_level->currentData().toInt());
    plan.timestampUrl = m_server->text().trimmed();
    plan.reason = m_reason->text().trimmed();
    plan.location = m_location->text().trimmed();
    plan.contact = m_contact->text().trimmed();
    const int certify = m_facts.signatures == 0 ? m_certify->currentData().toInt() : 0;
    plan.certify = certify > 0 ? std::optional(certify) : std::nullopt;
    plan.lock = lock();
    plan.field = field();
}

void SigningOptions::keepIn(SigningSettings &settings) const
{
    settings.level = SignatureLevel(m_level->currentData().toInt());
    if (isServerAddress(m_server->text())) {
        settings.timestampUrl = m_server->text().trimmed();
    }
    settings.reason = m_reason->text().trimmed();
    settings.location = m_location->text().trimmed();
    settings.contact = m_contact->text().trimmed();
}

} // namespace andu::ui
