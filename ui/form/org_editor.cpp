// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/org_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/chips_editor.h"
#include "ui/widgets/flow_layout.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QToolButton>

namespace andu::ui {

namespace {

constexpr double ButtonSide = 26;
constexpr double LeastEmptyLine = 64;
constexpr double LeastLine = 32;

/// Suggestions by name, pinyin and initials while typing in the field itself.
class OrgCompleter final : public QCompleter
{
public:
    OrgCompleter(const forms::Directory &directory, const OrgRules &rules, QObject *parent)
        : QCompleter(parent)
        , m_entries(directory, rules, this)
    {
        setCompletionMode(UnfilteredPopupCompletion);
        setModel(&m_texts);
    }

    void search(const QString &query)
    {
        static constexpr int MostSuggested = 12;
        m_entries.showMatches(query, {});
        QStringList texts;
        m_names.clear();
        for (int row = 0; row < std::min(m_entries.rowCount(), MostSuggested); ++row) {
            const OrgEntry &entry = m_entries.entryAt(row);
            if (!entry.isSelf) {
                texts.append(forms::orgText(entry.object));
                m_names.append(entry.dn);
            }
        }
        m_texts.setStringList(texts);
    }

    [[nodiscard]] QString nameAt(int row) const { return m_names.value(row); }
    [[nodiscard]] QString nameOfText(const QString &text) const
    {
        return m_names.value(m_texts.stringList().indexOf(text));
    }

private:
    OrgListModel m_entries;
    QStringListModel m_texts;
    QStringList m_names;
};

} // namespace

OrgEditor::OrgEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_flow(new FlowLayout(look().px(4), look().px(4)))
    , m_line(new QLineEdit)
    , m_button(new QToolButton)
    , m_rules(orgRules(context, module()))
    , m_isInput(forms::isYes(module().json.value("isInput"_L1)))
{
    setLayout(m_flow);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const int button = look().px(ButtonSide);
    m_flow->setContentsMargins(look().px(6), look().px(3), button + look().px(4), look().px(3));
    m_line->setProperty("role", u"bare"_s);
    m_button->setIcon(theme().icon(u"people"_s));
    m_button->setToolTip(tr("Choose from the organisation (F4)"));
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setObjectName(u"choose:"_s + runtimeId());
    m_button->setAccessibleName(tr("Choose: %1").arg(module().label));
    m_flow->addWidget(m_line);
    m_button->setParent(this);
    m_button->setFixedSize(button, button);
    setInput(m_line);
    connect(m_button, &QToolButton::clicked, this, &OrgEditor::choose);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        Q_EMIT host().typed();
        if (!m_line->completer()) { // made when somebody types: an index of the whole directory
            auto *made = new OrgCompleter(session().directory(), m_rules, m_line);
            m_line->setCompleter(made);
            connect(
                made,
                qOverload<const QString &>(&QCompleter::activated),
                this,
                [this, made](const QString &chosen) {
                    m_line->clear();
                    add(made->nameOfText(chosen));
                },
                Qt::QueuedConnection);
        }
        if (!text.trimmed().isEmpty()) {
            static_cast<OrgCompleter *>(m_line->completer())->search(text);
        }
    });
    showValue();
}

void OrgEditor::setInvalid(bool isInvalid)
{
    m_isInvalid = isInvalid;
    update();
}

void OrgEditor::resizeEvent(QResizeEvent *)
{
    const int side = look().px(ButtonSide);
    m_button->move(width() - side - look().px(3), (std::min(height(), look().px(32)) - side) / 2);
}

/// The frame looks like one input: a click anywhere in it starts typing.
void OrgEditor::mousePressEvent(QMouseEvent *)
{
    m_line->setFocus(Qt::MouseFocusReason);
}

void OrgEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChipFrame(painter, look(), rect(), m_line->hasFocus(), m_isInvalid);
}

void OrgEditor::showValue()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    m_flow->removeWidget(m_line);
    const QJsonArray values = forms::orgValues(stored());
    for (qsizetype place = 0; place < values.size(); ++place) {
        auto *chip = new Chip(look(), forms::orgText(values.at(place)), true, this);
        connect(
            chip, &Chip::removed, this, [this, place] { removeAt(place); }, Qt::QueuedConnection);
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    // Words begin where those of other inputs do; chips have an edge of their own.
    QMargins margins = m_flow->contentsMargins();
    // What is chosen says enough; a hint would only push the cursor to a second line.
    const bool isEmpty = m_chips.isEmpty();
    m_line->setPlaceholderText(isEmpty ? tr("Name or pinyin") : QString());
    m_flow->setLastFills(look().px(isEmpty ? LeastEmptyLine : LeastLine));
    const int edge = look().px(isEmpty ? 5 : 4);
    margins.setLeft(look().px(isEmpty ? 9 : 5));
    margins.setTop(edge);
    margins.setBottom(edge);
    m_flow->setContentsMargins(margins);
    m_flow->addWidget(m_line);
    setTabOrder(m_line, m_button);
    m_button->raise();
    updateGeometry();
}

void OrgEditor::add(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty()) {
        return;
    }
    const QJsonValue resolved = session().resolved(module(), QJsonArray{ text }).toArray().first();
    if (!resolved.isObject() && !m_isInput) {
        return; // nobody of that name: stays typed, nothing wrong is written
    }
    QJsonValue value = resolved;
    const QString person = personBehind(resolved.toObject());
    if (m_rules.givesPerson && !person.isEmpty()) {
        const QJsonObject object
            = session().directory().find(forms::Directory::Kind::Person, person);
        value = object.isEmpty() ? resolved : QJsonValue(object);
    }
    QJsonArray values = m_rules.most == 1 ? QJsonArray() : forms::orgValues(stored());
    if (m_rules.most > 1 && values.size() >= m_rules.most) {
        return;
    }
    if (!values.contains(value)) {
        values.append(value);
        write(values);
        showValue();
    }
}

void OrgEditor::removeAt(qsizetype place)
{
    QJsonArray values = forms::orgValues(stored());
    if (place >= 0 && place < values.size()) {
        values.removeAt(place);
        write(values);
        showValue();
    }
}

void OrgEditor::commit()
{
    const QString typed = m_line->text();
    if (!typed.trimmed().isEmpty()) {
        add(typed);
        m_line->clear();
    }
}

bool OrgEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !m_line->text().isEmpty()) {
            auto *completer = static_cast<OrgCompleter *>(m_line->completer());
            const QString first = completer ? completer->nameAt(0) : QString();
            const QString typed = first.isEmpty() ? m_line->text() : first;
            m_line->clear();
            add(typed);
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty()) {
            removeAt(forms::orgValues(stored()).size() - 1);
            return true;
        }
        if (key->key() == Qt::Key_F4) {
            choose();
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return FieldEditor::eventFilter(watched, event);
}

void OrgEditor::choose()
{
    auto *picker
        = new OrgPicker(session().directory(), m_rules, forms::orgValues(stored()), window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    picker->setWindowTitle(tr("Choose: %1").arg(module().label));
    // An editor of a cell is gone by the time the dialog is done: the context outlives it.
    const FormContext place = context();
    const forms::Module field = module();
    connect(picker, &QDialog::accepted, &host(), [place, field, picker] {
        const QJsonArray chosen = picker->chosen();
        QStringList names;
        for (const QJsonValue &value : chosen) {
            names.append(json::text(value.toObject(), "distinguishedName"_L1));
        }
        place.host.rememberPeople(names);
        place.edit(field, chosen);
    });
    picker->open();
}

} // namespace andu::ui
