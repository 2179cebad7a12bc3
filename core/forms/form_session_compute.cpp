// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from other values: computed fields, documents, texts of people and choices.
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/document_fields.h"
#include "core/forms/form_session.h"
#include "core/forms/option_tree.h"

namespace andu::forms {

namespace {

bool isComputedOnCollect(const Module &module)
{
    return json::text(module.json, "compute"_L1) == "save"_L1 && module.grid.isEmpty()
        && module.info.hasValue;
}

} // namespace

/// `displayTextScript` says what each entry of a person field is called.
void FormSession::nameEntries(const Module &module)
{
    const QString code = scriptOf(module.json, "displayTextScript"_L1);
    if (!module.is(ModuleKind::Org) || code.trimmed().isEmpty()) {
        return;
    }
    QStringList names;
    const QJsonArray entries = orgValues(value(module.id));
    for (const QJsonValue &entry : entries) {
        m_currentEntry = entry.toObject();
        const ScriptResult result = runScript(code, module.id, u"displayTextScript"_s);
        m_currentEntry = {};
        names.append(isTruthy(result.value) ? scriptText(result.value) : orgText(entry));
    }
    const QString separator = json::text(module.json, "splitShow"_L1);
    m_displayTexts.insert(module.id, names.join(separator.isEmpty() ? u", "_s : separator));
}

/// The value of a document editor: its default, with the members that other fields give.
void FormSession::fillDocument(const Module &module, Writer writer)
{
    const QJsonObject defaults = module.json.value("defaultValue"_L1).toObject();
    const QJsonValue stored = value(module.id);
    if (isTruthy(stored) && !stored.isObject()) {
        return; // not a document: it stays as it is
    }
    QJsonObject document = stored.isObject() ? stored.toObject() : defaults;
    const QStringList members = documentMembers();
    for (const QString &name : members) {
        const DocumentMember member = documentMember(module, name);
        if (!member.field.isEmpty()) {
            const bool isBuilt = m_loaded.contains(member.field);
            const QJsonValue source = isBuilt ? collected(member.field) : wholeValue(member.field);
            const QJsonValue text = documentText(name, source);
            document.insert(name, text.isUndefined() ? defaults.value(name) : text);
        } else if (!member.code.trimmed().isEmpty()) {
            const ScriptResult result = runScript(member.code, module.id, name + u"ValueScript"_s);
            if (result.state == ScriptState::Ran && !result.value.isUndefined()) {
                document.insert(name, documentScriptText(name, result.value));
            }
        }
    }
    if (!document.isEmpty()) {
        if (writer == Writer::Default) {
            m_defaults.insert(module.id);
        }
        write(module, document, writer);
    }
}

/// Fields that are computed when data is collected are kept up to date as what they read changes;
/// each is computed once, so that a circle ends.
void FormSession::recompute()
{
    if (m_isRecomputing || m_isLoading || m_isReadonly) {
        m_changedKeys.clear();
        return;
    }
    m_isRecomputing = true;
    QSet<QString> done;
    const QStringList fields = m_model.fields();
    for (int round = 0; round < 8 && !m_changedKeys.isEmpty(); ++round) {
        const QSet<QString> changed = std::exchange(m_changedKeys, {});
        for (const QString &id : fields) {
            const Module module = m_model.modules.value(id);
            if (done.contains(id) || changed.contains(id)) {
                continue;
            }
            if (module.is(ModuleKind::DocumentEditor)) {
                const QStringList members = documentMembers();
                const bool isBound
                    = std::any_of(members.begin(), members.end(), [&](const QString &name) {
                          return changed.contains(documentMember(module, name).field);
                      });
                if (isBound) {
                    done.insert(id);
                    fillDocument(module, Writer::Script);
                }
            } else if (m_input.isLive && isComputedOnCollect(module)) {
                const auto reads = m_reads.constFind(id);
                const bool isConcerned = reads == m_reads.constEnd() || reads->contains(u"*"_s)
                    || reads->intersects(changed);
                if (isConcerned) {
                    done.insert(id);
                    applyDefault(module);
                }
            }
        }
    }
    m_changedKeys.clear();
    m_isRecomputing = false;
}

/// An OOCascade keeps the texts of its choice beside it (2.3).
void FormSession::writeCascaderText(const Module &module)
{
    if (!module.is(ModuleKind::Cascader) || module.info.family != Family::Oo) {
        return;
    }
    const QStringList texts = cascaderTexts(module, m_trees.value(module.id), value(module.id));
    const bool isMany = isYes(module.json.value("multiple"_L1));
    writeKey(module.id + u"$text"_s,
             isMany ? QJsonValue(QJsonArray::fromStringList(texts)) : QJsonValue(texts.value(0)),
             Writer::Person);
}

/// What a cascader's value is called; the values themselves where the tree does not know them.
QString FormSession::shownPath(const Module &module) const
{
    const QJsonArray tree = m_trees.value(module.id);
    const QStringList texts
        = tree.isEmpty() ? QStringList() : cascaderTexts(module, tree, value(module.id));
    return texts.isEmpty() ? shownText(module, value(module.id), {}) : texts.join(u',');
}

} // namespace andu::forms
