// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/field_editor.h"

#include "core/base/literals.h"
#include "ui/form/choice_editors.h"
#include "ui/form/grid_editor.h"
#include "ui/form/org_editor.h"
#include "ui/form/text_editors.h"

#include <QStyle>

namespace andu::ui {

using forms::ModuleKind;

FieldEditor::FieldEditor(forms::FormSession &session, QString id, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_id(std::move(id))
    , m_module(session.model().modules.value(m_id))
{ }

void FieldEditor::setInput(QWidget *input)
{
    m_input = input;
    setFocusProxy(input);
    if (input->objectName().isEmpty()) {
        input->setObjectName(m_id);
    }
    if (input->accessibleName().isEmpty()) {
        input->setAccessibleName(m_module.label);
    }
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
    m_session.edit(m_id, value);
}

FieldEditor *
makeFieldEditor(forms::FormSession &session, const forms::Module &module, const Theme &theme)
{
    switch (module.info.kind) {
    case ModuleKind::Text:
    case ModuleKind::Number:
    case ModuleKind::Combox:
    case ModuleKind::Address:
    case ModuleKind::Cascader:
    case ModuleKind::Color:
        return new LineEditor(session, module.id);
    case ModuleKind::TextArea:
    case ModuleKind::Opinion:
        return new AreaEditor(session, module.id);
    case ModuleKind::Calendar:
        return new DateEditor(session, module.id, theme);
    case ModuleKind::Select:
        if (forms::isYes(module.json.value("multiple"_L1))) {
            return new ButtonsEditor(session, module.id);
        }
        return new SelectEditor(session, module.id);
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
        return new ButtonsEditor(session, module.id);
    case ModuleKind::Switch:
        return new SwitchEditor(session, module.id);
    case ModuleKind::Slider:
        return new SliderEditor(session, module.id);
    case ModuleKind::Org:
        return new OrgEditor(session, module.id, theme);
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
    case ModuleKind::Datatemplate:
        return new GridEditor(session, module.id, theme);
    default:
        return nullptr;
    }
}

} // namespace andu::ui
