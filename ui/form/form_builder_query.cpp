// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "ui/form/form_builder.h"

namespace andu::ui {

using forms::LayoutNode;
using forms::Module;
using forms::ModuleKind;

bool FormBuilder::hasField(const LayoutNode &node) const
{
    const Module *module = m_session.model().find(node.module);
    if (module && (module->info.hasValue || module->is(ModuleKind::Log))) {
        return true;
    }
    return std::any_of(node.children.begin(), node.children.end(), [this](const LayoutNode &child) {
        return hasField(child);
    });
}

bool FormBuilder::hasRequired(const LayoutNode &node) const
{
    const Module *module = m_session.model().find(node.module);
    if (module && module->info.hasValue && forms::isRequired(*module)
        && !m_session.state(module->id).isReadonly) {
        return true;
    }
    return std::any_of(node.children.begin(), node.children.end(), [this](const LayoutNode &child) {
        return hasRequired(child);
    });
}

/// Fields, and none of them to be filled: a mark that asks for something would mislead.
bool FormBuilder::isOnlyRead(const LayoutNode &node) const
{
    const Module *module = m_session.model().find(node.module);
    if (module && module->info.hasValue) {
        return m_session.state(module->id).isReadonly;
    }
    return hasField(node)
        && std::all_of(node.children.begin(), node.children.end(), [this](const LayoutNode &child) {
               return !hasField(child) || isOnlyRead(child);
           });
}

bool FormBuilder::isEmpty(const LayoutNode &node) const
{
    if (node.kind == LayoutNode::Kind::Text || node.kind == LayoutNode::Kind::Module) {
        return false;
    }
    return std::all_of(node.children.begin(), node.children.end(), [this](const LayoutNode &child) {
        return isEmpty(child);
    });
}

/// Nothing but words in one style: a table paints such a cell itself.
bool FormBuilder::isOnlyText(const LayoutNode &node) const
{
    switch (node.kind) {
    case LayoutNode::Kind::Text:
        return true;
    case LayoutNode::Kind::Module: {
        const Module *module = m_session.model().find(node.module);
        return module && module->is(ModuleKind::Label) && !node.style.hasBottomBorder;
    }
    case LayoutNode::Kind::Cell:
    case LayoutNode::Kind::Block:
        break;
    default:
        return false;
    }
    if (node.kind == LayoutNode::Kind::Block
        && (!node.module.isEmpty() || node.style.isFlex || node.style.hasBottomBorder)) {
        return false;
    }
    return std::all_of(node.children.begin(), node.children.end(), [this](const LayoutNode &child) {
        return isOnlyText(child);
    });
}

void FormBuilder::collectTexts(const LayoutNode &node, QList<CellText> &texts) const
{
    if (node.kind == LayoutNode::Kind::Text) {
        texts.append(CellText{ {}, node.text, false });
    } else if (node.kind == LayoutNode::Kind::Module) {
        const forms::FieldState state = m_session.state(node.module);
        texts.append(CellText{ node.module, state.text, state.isHidden });
    }
    for (const LayoutNode &child : node.children) {
        collectTexts(child, texts);
    }
}

/// Needs the whole width, whatever its style says.
bool FormBuilder::isWide(const LayoutNode &node) const
{
    const Module *module = m_session.model().find(node.module);
    const bool isWideModule = module
        && (module->is(ModuleKind::Datagrid) || module->is(ModuleKind::Datatable)
            || module->is(ModuleKind::Datatemplate) || module->is(ModuleKind::RichText)
            || module->is(ModuleKind::DocumentEditor));
    return isWideModule || node.kind == LayoutNode::Kind::Table
        || node.kind == LayoutNode::Kind::Tabs
        || std::any_of(node.children.begin(), node.children.end(), [this](const LayoutNode &child) {
               return isWide(child);
           });
}

} // namespace andu::ui
