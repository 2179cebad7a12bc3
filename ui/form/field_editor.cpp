// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/field_editor.h"

#include "core/base/literals.h"
#include "ui/form/attachment_editor.h"
#include "ui/form/chips_editor.h"
#include "ui/form/choice_editors.h"
#include "ui/form/date_editor.h"
#include "ui/form/document_editor.h"
#include "ui/form/grid_editor.h"
#include "ui/form/opinion_editor.h"
#include "ui/form/org_editor.h"
#include "ui/form/rate_editor.h"
#include "ui/form/rich_text.h"
#include "ui/form/template_editor.h"
#include "ui/form/text_editors.h"
#include "ui/form/tree_editor.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>
#include <QTimer>

namespace andu::ui {

using forms::ModuleKind;

namespace {

constexpr int TypingPauseMs = 450;

} // namespace

FieldEditor::FieldEditor(const FormContext &context, QString id, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(std::move(id))
    , m_module(context.session.model().modules.value(m_id))
{ }

void FieldEditor::setInput(QWidget *input)
{
    m_input = input;
    setFocusProxy(input);
    input->setObjectName(u"field:"_s + m_context.runtimeId(m_module));
    const QString name = m_module.label.isEmpty() ? m_id : m_module.label;
    input->setAccessibleName(forms::isRequired(m_module) ? tr("%1, required").arg(name) : name);
    input->setAccessibleDescription(m_module.json.value("description"_L1).toString());
    watch(input);
}

void FieldEditor::dress(QWidget *input)
{
    const InputStyle style = look().inputStyle(m_module);
    if (auto *line = qobject_cast<QLineEdit *>(input)) {
        line->setAlignment(style.align | Qt::AlignVCenter);
    }
    if (!style.isPlain) {
        input->setStyleSheet(u"%1 { font-size: %2pt; font-weight: %3; color: %4; }"_s.arg(
            QString::fromLatin1(input->metaObject()->className()),
            QString::number(style.font.pointSizeF()),
            style.font.bold() ? u"bold"_s : u"normal"_s,
            style.colour.name()));
    }
}

void FieldEditor::watch(QWidget *part)
{
    part->installEventFilter(this);
}

void FieldEditor::setInvalid(bool isInvalid)
{
    if (m_input && m_input->property("invalid").toBool() != isInvalid) {
        m_input->setProperty("invalid", isInvalid);
        m_input->style()->unpolish(m_input);
        m_input->style()->polish(m_input);
    }
}

void FieldEditor::write(const QJsonValue &value)
{
    m_context.edit(m_module, value);
}

void FieldEditor::noteTyping()
{
    if (!m_pause) {
        m_pause = new QTimer(this);
        m_pause->setSingleShot(true);
        m_pause->setInterval(TypingPauseMs);
        connect(m_pause, &QTimer::timeout, this, [this] { commit(); });
    }
    m_isTyping = true;
    m_pause->start();
    Q_EMIT host().typed();
}

void FieldEditor::endTyping()
{
    if (m_pause) {
        m_pause->stop();
    }
    commit();
    if (m_isTyping) {
        m_isTyping = false;
        showValue();
    }
}

QVariant FieldEditor::inputMethodQuery(Qt::InputMethodQuery query) const
{
    return m_input ? m_input->inputMethodQuery(query) : QWidget::inputMethodQuery(query);
}

void FieldEditor::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_input) {
        QCoreApplication::sendEvent(m_input, event);
    }
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason) {
            endTyping();
        }
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isUndo = key->matches(QKeySequence::Undo);
        const bool isRedo = key->matches(QKeySequence::Redo)
            || (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier);
        if (isUndo || isRedo) {
            // One history across all fields; what is being typed becomes its last entry.
            endTyping();
            isUndo ? host().undoStack().undo() : host().undoStack().redo();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool isOneLine(const forms::Module &module)
{
    switch (module.info.kind) {
    case ModuleKind::Text:
    case ModuleKind::Number:
    case ModuleKind::Calendar:
    case ModuleKind::Address:
    case ModuleKind::Cascader:
    case ModuleKind::Color:
    case ModuleKind::Combox:
    case ModuleKind::Org:
    case ModuleKind::Select:
        return true;
    default:
        return false;
    }
}

bool hasEditor(const forms::Module &module)
{
    switch (module.info.kind) {
    case ModuleKind::TextArea:
    case ModuleKind::Opinion:
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
    case ModuleKind::Switch:
    case ModuleKind::Slider:
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
    case ModuleKind::Datatemplate:
    case ModuleKind::Attachment:
    case ModuleKind::RichText:
    case ModuleKind::DocumentEditor:
    case ModuleKind::Picture:
        return true;
    default:
        return isOneLine(module);
    }
}

FieldEditor *makeFieldEditor(const FormContext &context, const forms::Module &module)
{
    const QString &id = module.id;
    switch (module.info.kind) {
    case ModuleKind::Text:
    case ModuleKind::Number:
        return new LineEditor(context, id);
    case ModuleKind::Color:
        return new ColorEditor(context, id);
    case ModuleKind::Address:
    case ModuleKind::Cascader:
        return new TreeEditor(context, id);
    case ModuleKind::Combox:
        return new ChipsEditor(context, id);
    case ModuleKind::TextArea:
        return new AreaEditor(context, id);
    case ModuleKind::Opinion:
        return new OpinionEditor(context, id);
    case ModuleKind::Calendar:
        return new DateEditor(context, id);
    case ModuleKind::Select:
        return forms::isYes(module.json.value("multiple"_L1))
            ? static_cast<FieldEditor *>(new ChipsEditor(context, id))
            : static_cast<FieldEditor *>(new SelectEditor(context, id));
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
        return new ButtonsEditor(context, id);
    case ModuleKind::Switch:
        return new SwitchEditor(context, id);
    case ModuleKind::Slider:
        return isRate(module) ? static_cast<FieldEditor *>(new RateEditor(context, id))
                              : static_cast<FieldEditor *>(new SliderEditor(context, id));
    case ModuleKind::Org:
        return new OrgEditor(context, id);
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
        return new GridEditor(context, id);
    case ModuleKind::Datatemplate:
        return new TemplateEditor(context, id);
    case ModuleKind::Attachment:
        return new AttachmentEditor(context, id);
    case ModuleKind::RichText:
        return new RichEditor(context, id);
    case ModuleKind::DocumentEditor:
        return new DocumentEditor(context, id);
    case ModuleKind::Picture:
        return new PictureEditor(context, id);
    default:
        return nullptr;
    }
}

} // namespace andu::ui
