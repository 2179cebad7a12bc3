// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/org_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace andu::ui {

using forms::Directory;

namespace {

QList<Directory::Kind> kindsOf(const QStringList &names)
{
    QList<Directory::Kind> kinds;
    for (const QString &name : names) {
        if (name == "person"_L1) {
            kinds.append(Directory::Kind::Person);
        } else if (name == "unit"_L1) {
            kinds.append(Directory::Kind::Unit);
        } else if (name == "group"_L1) {
            kinds.append(Directory::Kind::Group);
        } else {
            kinds.append(Directory::Kind::Identity);
        }
    }
    if (kinds.isEmpty()) {
        kinds.append(Directory::Kind::Identity);
    }
    return kinds;
}

QString keyOf(const QJsonObject &object)
{
    return json::text(object, "distinguishedName"_L1);
}

} // namespace

OrgPicker::OrgPicker(const Directory &directory,
                     const QStringList &kinds,
                     int most,
                     QJsonArray chosen,
                     QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget)
    , m_search(new QLineEdit)
    , m_count(new QLabel)
    , m_most(most)
{
    setObjectName(u"orgPicker"_s);
    setWindowTitle(tr("Choose from the organisation"));
    resize(480, 560);
    auto *layout = new QVBoxLayout(this);
    m_search->setPlaceholderText(tr("Name or unit"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    m_count->setProperty("role", u"secondary"_s);
    layout->addWidget(m_count);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setProperty("role", u"primary"_s);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    for (const Directory::Kind kind : kindsOf(kinds)) {
        m_objects += directory.all(kind);
    }
    QStringList before;
    for (const QJsonValue &value : std::as_const(chosen)) {
        const QString key = keyOf(value.toObject());
        const bool isKnown
            = std::any_of(m_objects.begin(), m_objects.end(), [&key](const auto &object) {
                  return keyOf(object) == key;
              });
        if (isKnown) {
            before.append(key);
        } else {
            m_unknown.append(value);
        }
    }
    for (const QJsonObject &object : std::as_const(m_objects)) {
        auto *item = new QListWidgetItem(forms::orgText(object), m_list);
        item->setToolTip(json::text(object, "unitLevelName"_L1));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(before.contains(keyOf(object)) ? Qt::Checked : Qt::Unchecked);
    }
    connect(m_search, &QLineEdit::textChanged, this, &OrgPicker::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *changed) {
        if (m_most == 1 && changed->checkState() == Qt::Checked) {
            for (int row = 0; row < m_list->count(); ++row) {
                if (m_list->item(row) != changed) {
                    m_list->item(row)->setCheckState(Qt::Unchecked);
                }
            }
        }
        m_count->setText(tr("%n chosen", nullptr, int(this->chosen().size())));
    });
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        item->setCheckState(Qt::Checked);
        if (m_most == 1) {
            accept();
        }
    });
    m_count->setText(m_objects.isEmpty()
                         ? tr("The organisation has not been synced to this computer yet.")
                         : tr("%n chosen", nullptr, int(this->chosen().size())));
}

QJsonArray OrgPicker::chosen() const
{
    QJsonArray chosen = m_most == 1 ? QJsonArray() : m_unknown;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            chosen.append(m_objects[row]);
        }
    }
    return chosen;
}

void OrgPicker::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool isMatch = text.isEmpty() || item->text().contains(text, Qt::CaseInsensitive)
            || item->toolTip().contains(text, Qt::CaseInsensitive);
        item->setHidden(!isMatch);
    }
}

OrgEditor::OrgEditor(forms::FormSession &session, const QString &id, const Theme &theme)
    : FieldEditor(session, id)
    , m_names(new QLabel)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_names->setTextFormat(Qt::PlainText);
    m_names->setWordWrap(true);
    layout->addWidget(m_names, 1);
    auto *button = new QPushButton(theme.icon(u"people"_s), tr("Choose"));
    button->setObjectName(id + u"/choose"_s);
    button->setAccessibleName(tr("Choose: %1").arg(module().label));
    layout->addWidget(button);
    setInput(button);
    connect(button, &QPushButton::clicked, this, &OrgEditor::choose);
    showValue();
}

void OrgEditor::showValue()
{
    m_names->setText(session().shown(id()));
}

void OrgEditor::choose()
{
    const QJsonObject &definition = module().json;
    QStringList kinds = json::texts(definition, "selectType"_L1);
    if (kinds.isEmpty()) {
        kinds.append(json::text(definition, "selectType"_L1));
    }
    int most = 0;
    for (const auto key : { "identityCount"_L1, "unitCount"_L1, "groupCount"_L1, "count"_L1 }) {
        most = std::max(most, forms::scalarText(definition, key).toInt());
    }
    OrgPicker picker(
        session().directory(), kinds, most, forms::orgValues(session().value(id())), window());
    if (picker.exec() == QDialog::Accepted) {
        write(picker.chosen());
        showValue();
    }
}

} // namespace andu::ui
