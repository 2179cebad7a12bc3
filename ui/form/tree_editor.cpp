// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/tree_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int ValueRole = Qt::UserRole;
constexpr int MaxDepth = 12;

/// The tree wherever the form keeps it: a list with children.
QJsonArray treeOf(const QJsonObject &json)
{
    for (const auto key :
         { "options"_L1, "itemValues"_L1, "optionsTree"_L1, "cascadeOptions"_L1, "json"_L1 }) {
        QJsonArray list = json.value(key).toArray();
        if (!list.isEmpty() && list.first().isObject()) {
            return list;
        }
    }
    return {};
}

void addItems(QTreeWidget *tree, QTreeWidgetItem *parent, const QJsonArray &list, int depth)
{
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        QString text = json::text(object, "label"_L1);
        text = text.isEmpty() ? json::text(object, "text"_L1) : text;
        text = text.isEmpty() ? json::text(object, "name"_L1) : text;
        QString stored = json::text(object, "value"_L1);
        stored = stored.isEmpty() ? text : stored;
        auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(tree);
        item->setText(0, text.isEmpty() ? stored : text);
        item->setData(0, ValueRole, stored);
        if (depth < MaxDepth) {
            addItems(tree, item, object.value("children"_L1).toArray(), depth + 1);
        }
    }
}

} // namespace

TreeEditor::TreeEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_line(new QLineEdit)
    , m_tree(treeOf(module().json))
    , m_isMany(forms::isYes(module().json.value("multiple"_L1)))
    , m_isPath(module().json.value("emitPath"_L1) != QJsonValue(false))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    const bool isAddress = module().is(forms::ModuleKind::Address);
    m_line->setPlaceholderText(isAddress ? tr("Province / city / district / street")
                                         : tr("First / second / …"));
    if (!m_tree.isEmpty()) {
        QAction *open
            = m_line->addAction(theme().icon(u"chevron-down"_s), QLineEdit::TrailingPosition);
        open->setToolTip(tr("Choose (F4)"));
        connect(open, &QAction::triggered, this, &TreeEditor::openTree);
    }
    setInput(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] { noteTyping(); });
    showValue();
}

void TreeEditor::showValue()
{
    if (isTyping()) {
        return;
    }
    const QJsonValue value = stored();
    QStringList paths;
    const QJsonArray list = value.toArray();
    if (m_isMany && list.first().isArray()) {
        for (const QJsonValue &path : list) {
            paths.append(forms::textsIn(path).join(u" / "_s));
        }
    } else {
        paths.append(forms::textsIn(value).join(u" / "_s));
    }
    m_line->setText(paths.join(u"; "_s));
    m_line->setModified(false);
}

void TreeEditor::commit()
{
    if (!m_line->isModified()) {
        return;
    }
    m_line->setModified(false);
    static const QRegularExpression between(u"\\s*[/／]\\s*"_s);
    const auto pathOf = [](const QString &text) {
        return QJsonArray::fromStringList(text.trimmed().split(between, Qt::SkipEmptyParts));
    };
    if (m_isMany) {
        QJsonArray paths;
        for (const QString &part : m_line->text().split(u';', Qt::SkipEmptyParts)) {
            paths.append(pathOf(part));
        }
        write(paths);
    } else if (!m_isPath) {
        write(m_line->text().trimmed());
    } else {
        write(pathOf(m_line->text()));
    }
}

void TreeEditor::openTree()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setObjectName(u"panel"_s);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(4, 4, 4, 4);
    auto *tree = new QTreeWidget;
    tree->setHeaderHidden(true);
    addItems(tree, nullptr, m_tree, 0);
    layout->addWidget(tree);
    connect(tree, &QTreeWidget::itemActivated, popup, [this, popup](QTreeWidgetItem *item) {
        take(item);
        popup->close();
    });
    connect(tree, &QTreeWidget::itemClicked, popup, [this, popup](QTreeWidgetItem *item) {
        if (item->childCount() == 0) {
            take(item);
            popup->close();
        }
    });
    popup->resize(std::max(m_line->width(), look().px(260)), look().px(280));
    popup->move(m_line->mapToGlobal(QPoint(0, m_line->height() + 2)));
    popup->show();
    tree->setFocus();
}

void TreeEditor::take(const QTreeWidgetItem *item)
{
    QJsonArray path;
    for (const QTreeWidgetItem *part = item; part; part = part->parent()) {
        path.prepend(part->data(0, ValueRole).toString());
    }
    if (m_isMany) {
        QJsonArray paths = stored().toArray();
        paths.append(path);
        write(paths);
    } else {
        write(m_isPath ? QJsonValue(path) : path.last());
    }
    showValue();
}

bool TreeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && !m_tree.isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isAltDown = key->key() == Qt::Key_Down && key->modifiers() & Qt::AltModifier;
        if (key->key() == Qt::Key_F4 || isAltDown) {
            openTree();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace andu::ui
