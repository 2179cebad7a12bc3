// SPDX-License-Identifier: GPL-3.0-or-later
// Where modules stand: what is around them, and what hides them.
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/form_session.h"

namespace andu::forms {

namespace {

QString tagOf(LayoutNode::Kind kind)
{
    switch (kind) {
    case LayoutNode::Kind::Table:
        return u"table"_s;
    case LayoutNode::Kind::Row:
        return u"tr"_s;
    case LayoutNode::Kind::Cell:
        return u"td"_s;
    case LayoutNode::Kind::Text:
        return u"span"_s;
    default:
        return u"div"_s;
    }
}

} // namespace

void FormSession::readPlaces()
{
    readPlaces(m_model.layout.root, -1, {});
    const auto &templates = m_model.layout.templates;
    for (auto row = templates.begin(); row != templates.end(); ++row) {
        readPlaces(row.value(), m_placeOf.value(row.key(), 0), row.key());
    }
    const auto &columns = m_model.layout.columns;
    for (auto grid = columns.begin(); grid != columns.end(); ++grid) {
        for (const GridColumn &column : grid.value()) {
            for (const QString &id : { column.titleId, column.dataId }) {
                const Module *part = m_model.find(id);
                if (!part) {
                    continue;
                }
                m_parents.insert(id, grid.key());
                // Heads and cells are hidden separately; the data is kept (2.5).
                const QJsonValue isShown = part->json.value("isShow"_L1);
                m_states[id].isHidden = isShown.isBool() && !isShown.toBool();
            }
            m_states[column.titleId].text = column.title;
            for (const QString &field : column.fields) {
                m_parents.insert(field, column.dataId);
            }
        }
    }
}

void FormSession::readPlaces(const LayoutNode &node, int parent, const QString &around)
{
    const int index = int(m_places.size());
    LayoutPlace place;
    place.parent = parent;
    place.module = node.module;
    place.tag = tagOf(node.kind);
    place.isHidden = node.module.isEmpty() && node.style.isHidden;
    m_places.append(place);
    if (!node.module.isEmpty()) {
        m_placeOf.insert(node.module, index);
        m_parents.insert(node.module, around);
        m_states[node.module].isHidden = node.style.isHidden;
        m_states[node.module].text = node.text; // title of a tab page
        for (int at = parent; at >= 0 && m_places[at].module.isEmpty(); at = m_places[at].parent) {
            m_places[at].holds.append(node.module);
        }
    }
    const QString inside = node.module.isEmpty() ? around : node.module;
    for (const LayoutNode &child : node.children) {
        if (child.kind != LayoutNode::Kind::Text) {
            readPlaces(child, index, inside);
        }
    }
}

bool FormSession::isPlaceShown(int index) const
{
    for (int at = index; at >= 0 && at < m_places.size(); at = m_places[at].parent) {
        if (!m_places[at].module.isEmpty()) {
            return isShown(m_places[at].module);
        }
        if (m_places[at].isHidden) {
            return false;
        }
    }
    return true;
}

bool FormSession::isShown(const QString &id) const
{
    static constexpr int MaxDepth = 512;
    const Module *module = m_model.find(id);
    if (module && module->is(ModuleKind::Opinion)
        && (m_isReadonly || m_states.value(id).isReadonly)) {
        return false; // a reader finds the opinions in the log (7)
    }
    QString at = id;
    for (int depth = 0; !at.isEmpty() && depth < MaxDepth; ++depth) {
        const auto state = m_states.constFind(at);
        if (state != m_states.constEnd() && (state->isHidden || state->isForbidden)) {
            return false;
        }
        int place = m_placeOf.value(at, -1);
        if (place < 0) {
            at = m_parents.value(at); // parts of a grid stand in no layout of their own
            continue;
        }
        do {
            place = m_places[place].parent;
            if (place >= 0 && m_places[place].isHidden) {
                return false;
            }
        } while (place >= 0 && m_places[place].module.isEmpty());
        at = place < 0 ? QString() : m_places[place].module;
    }
    return true;
}

void FormSession::showPlace(int index, bool isShown)
{
    if (index < 0 || index >= m_places.size()) {
        return;
    }
    LayoutPlace &place = m_places[index];
    bool &isHidden = place.module.isEmpty() ? place.isHidden : m_states[place.module].isHidden;
    if (isHidden == !isShown) {
        return;
    }
    isHidden = !isShown;
    const QStringList changed = place.module.isEmpty() ? place.holds : QStringList{ place.module };
    for (const QString &id : changed) {
        Q_EMIT stateChanged(id);
    }
}

} // namespace andu::forms
