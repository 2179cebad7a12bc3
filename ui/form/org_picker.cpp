// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/org_picker.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace andu::ui {

using Kind = forms::Directory::Kind;

namespace {

constexpr int NamesRole = Qt::UserRole; ///< Of a tree item: distinguished names, or a unit's path.
constexpr int PathRole = Qt::UserRole + 1;
constexpr int ObjectRole = Qt::UserRole; ///< Of a chosen item.

QString dnOf(const QJsonObject &object)
{
    return json::text(object, "distinguishedName"_L1);
}

OrgRules simpleRules(const QStringList &kinds, int most)
{
    OrgRules rules;
    rules.kinds = orgKinds(kinds);
    rules.most = most;
    return rules;
}

} // namespace

OrgPicker::OrgPicker(const forms::Directory &directory,
                     const QStringList &kinds,
                     int most,
                     QJsonArray chosen,
                     QWidget *parent)
    : OrgPicker(directory, simpleRules(kinds, most), std::move(chosen), parent)
{ }

OrgPicker::OrgPicker(const forms::Directory &directory,
                     const OrgRules &rules,
                     QJsonArray chosen,
                     QWidget *parent)
    : QDialog(parent)
    , m_directory(directory)
    , m_rules(rules)
    , m_theme(new Theme(this)) // of the scheme that the program's palette shows
    , m_look(*m_theme)
    , m_model(new OrgListModel(directory, rules, this))
    , m_search(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_list(new QListView)
    , m_chosen(new QListWidget)
    , m_count(new QLabel)
    , m_hint(new QLabel)
    , m_done(new QPushButton)
{
    setObjectName(u"orgPicker"_s);
    setWindowTitle(tr("Choose from the organisation"));
    resize(m_look.px(880), m_look.px(600));
    build();
    for (const QJsonValue &value : std::as_const(chosen)) {
        addChosen(value.isObject() ? value.toObject()
                                   : QJsonObject{ { u"name"_s, value.toString() } });
    }
    fillTree();
    update();
    m_search->setFocus();
}

void OrgPicker::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(makeMiddle(), 1);
    body->addWidget(makeChosen());
    layout->addLayout(body, 1);
    layout->addWidget(makeFoot());
}

QWidget *OrgPicker::makeHead()
{
    auto *head = new QFrame;
    head->setObjectName(u"detailHead"_s); // surface with a hairline below
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    m_search->setPlaceholderText(tr("Name, pinyin, initials, unit or number"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setObjectName(u"orgSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(m_theme->icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &OrgPicker::search);
    row->addWidget(m_search, 1);
    auto *group = new QButtonGroup(this);
    const std::pair<QString, Way> ways[] = { { tr("Units"), Way::Units },
                                             { tr("Recent"), Way::Recent },
                                             { tr("Groups"), Way::Groups },
                                             { tr("Duties"), Way::Duties } };
    for (const auto &[text, way] : ways) {
        auto *button = new QPushButton(text);
        button->setCheckable(true);
        button->setChecked(way == Way::Units);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, to = way] { showWay(to); });
    }
    connect(group, &QButtonGroup::buttonToggled, this, [](QAbstractButton *button, bool isOn) {
        button->setProperty("role", isOn ? u"primary"_s : QString());
        button->setStyleSheet(QString()); // reads the style sheet for the new role
    });
    group->buttons().first()->setProperty("role", u"primary"_s);
    return head;
}

QWidget *OrgPicker::makeMiddle()
{
    auto *middle = new QFrame;
    middle->setObjectName(u"detailPane"_s);
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(2);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setFixedWidth(m_look.px(260));
    m_tree->setObjectName(u"orgTree"_s);
    m_tree->setAccessibleName(tr("Units"));
    m_tree->setRootIsDecorated(true);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &OrgPicker::search);
    row->addWidget(m_tree);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OrgDelegate(m_look, m_list));
    m_list->setObjectName(u"orgList"_s);
    m_list->setAccessibleName(tr("People to choose"));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    QPalette palette = m_tree->palette();
    palette.setColor(QPalette::Highlight, m_theme->colour(Token::AccentWeak));
    palette.setColor(QPalette::HighlightedText, m_theme->colour(Token::Accent));
    m_tree->setPalette(palette);
    m_chosen->setPalette(palette);
    connect(m_list, &QListView::clicked, this, &OrgPicker::toggle);
    row->addWidget(m_list, 1);
    return middle;
}

QWidget *OrgPicker::makeChosen()
{
    auto *side = new QFrame;
    side->setObjectName(u"flowPanel"_s); // surface with a hairline to its left
    side->setFixedWidth(m_look.px(240));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 8, 8, 8);
    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    auto *clear = new QPushButton(tr("Clear"));
    clear->setProperty("role", u"link"_s);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_chosen->clear();
        update();
    });
    row->addWidget(clear);
    column->addLayout(row);
    m_chosen->setDragDropMode(QAbstractItemView::InternalMove);
    m_chosen->setObjectName(u"orgChosen"_s);
    m_chosen->setAccessibleName(tr("Chosen, in order"));
    m_chosen->installEventFilter(this);
    connect(m_chosen, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem *item) {
        delete item;
        update();
    });
    column->addWidget(m_chosen, 1);
    auto *hint = new QLabel(tr("Drag, or Ctrl+↑ and Ctrl+↓, to change the order; Delete removes."));
    hint->setWordWrap(true);
    hint->setProperty("role", u"hint"_s);
    hint->setVisible(m_rules.most != 1);
    column->addWidget(hint);
    return side;
}

QWidget *OrgPicker::makeFoot()
{
    auto *foot = new QFrame;
    foot->setObjectName(u"actionBar"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 12, 16, 12);
    m_hint->setProperty("role", u"hint"_s);
    m_hint->setWordWrap(true);
    if (m_model->isEmpty()) {
        m_hint->setText(tr("The organisation has not been synced to this computer yet."));
    } else if (m_rules.isRangeUnknown) {
        m_hint->setText(tr("The form limits who may be chosen by a rule of the server; it could "
                           "not be applied here."));
    } else if (m_rules.most > 1) {
        m_hint->setText(tr("At most %n", nullptr, m_rules.most));
    } else {
        m_hint->setText(tr("Works offline."));
    }
    row->addWidget(m_hint, 1);
    auto *cancel = new QPushButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    cancel->setAutoDefault(false);
    row->addWidget(cancel);
    m_done->setProperty("role", u"primary"_s);
    m_done->setObjectName(u"orgDone"_s);
    m_done->setAutoDefault(false);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(m_done);
    return foot;
}

void OrgPicker::showWay(Way way)
{
    m_way = way;
    fillTree();
}

void OrgPicker::fillTree()
{
    const QSignalBlocker blocker(m_tree);
    m_tree->clear();
    m_tree->setVisible(m_way != Way::Recent);
    switch (m_way) {
    case Way::Units:
        fillUnits();
        break;
    case Way::Groups:
        fillGroups();
        break;
    case Way::Duties:
        fillDuties();
        break;
    case Way::Recent:
        break;
    }
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    search();
}

/// The tree by the level names, as units come in any order.
void OrgPicker::fillUnits()
{
    QList<QJsonObject> units = m_directory.all(Kind::Unit);
    QMap<QString, QTreeWidgetItem *> items;
    std::sort(units.begin(), units.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return json::text(a, "levelName"_L1).count(u'/')
            < json::text(b, "levelName"_L1).count(u'/');
    });
    for (const QJsonObject &unit : std::as_const(units)) {
        const QString path = json::text(unit, "levelName"_L1);
        const int count = m_model->countIn(path);
        if (count == 0) {
            continue;
        }
        const qsizetype slash = path.lastIndexOf(u'/');
        QTreeWidgetItem *parent = slash < 0 ? nullptr : items.value(path.left(slash));
        auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_tree);
        item->setText(0, json::text(unit, "name"_L1));
        item->setIcon(0, m_theme->icon(u"unit"_s));
        item->setText(1, QString::number(count));
        item->setForeground(1, m_theme->colour(Token::Text3));
        item->setData(0, PathRole, path);
        items.insert(path, item);
    }
    m_tree->expandToDepth(1);
}

void OrgPicker::fillGroups()
{
    for (const QJsonObject &group : m_directory.all(Kind::Group)) {
        QStringList names;
        for (const auto key : { "identityList"_L1, "personList"_L1, "unitList"_L1 }) {
            names += json::texts(group, key);
        }
        auto *item = new QTreeWidgetItem(m_tree);
        item->setText(0, json::text(group, "name"_L1));
        item->setIcon(0, m_theme->icon(u"group"_s));
        item->setData(0, NamesRole, names << dnOf(group));
    }
}

void OrgPicker::fillDuties()
{
    QMap<QString, QStringList> duties;
    for (const QString &name : m_directory.dutyNames()) {
        duties.insert(name, m_directory.duty(name, {}));
    }
    for (auto duty = duties.begin(); duty != duties.end(); ++duty) {
        auto *item = new QTreeWidgetItem(m_tree);
        item->setText(0, duty.key());
        item->setIcon(0, m_theme->icon(u"people"_s));
        item->setText(1, QString::number(duty.value().size()));
        item->setForeground(1, m_theme->colour(Token::Text3));
        item->setData(0, NamesRole, duty.value());
    }
}

void OrgPicker::search()
{
    const QString query = m_search->text().trimmed();
    const QTreeWidgetItem *current = m_tree->currentItem();
    const QString path = current ? current->data(0, PathRole).toString() : QString();
    if (!query.isEmpty()) {
        m_model->showMatches(query, path);
    } else if (m_way == Way::Recent) {
        m_model->showThese(m_rules.recent);
    } else if (m_way == Way::Units) {
        m_model->showUnit(path);
    } else {
        m_model->showThese(current ? current->data(0, NamesRole).toStringList() : QStringList());
    }
    if (m_model->rowCount() > 0) {
        m_list->setCurrentIndex(m_model->index(0));
    }
}

QJsonObject OrgPicker::stored(const QJsonObject &object) const
{
    const QString person = personBehind(object);
    if (!m_rules.givesPerson || person.isEmpty()) {
        return object;
    }
    const QJsonObject found = m_directory.find(Kind::Person, person);
    return found.isEmpty() ? object : found;
}

QStringList OrgPicker::chosenNames() const
{
    QStringList names;
    for (int row = 0; row < m_chosen->count(); ++row) {
        names.append(dnOf(m_chosen->item(row)->data(ObjectRole).toJsonObject()));
    }
    return names;
}

void OrgPicker::addChosen(const QJsonObject &object)
{
    auto *item = new QListWidgetItem(
        dnOf(object).isEmpty() ? json::text(object, "name"_L1) : forms::orgText(object), m_chosen);
    item->setData(ObjectRole, object);
    item->setToolTip(json::text(object, "unitLevelName"_L1).toHtmlEscaped());
}

void OrgPicker::removeChosen(const QString &dn)
{
    for (int row = m_chosen->count() - 1; row >= 0; --row) {
        if (dnOf(m_chosen->item(row)->data(ObjectRole).toJsonObject()) == dn) {
            delete m_chosen->takeItem(row);
        }
    }
}

void OrgPicker::toggle(const QModelIndex &index)
{
    if (!index.isValid() || m_model->entryAt(index.row()).isSelf) {
        return;
    }
    const QJsonObject object = stored(m_model->entryAt(index.row()).object);
    const bool isChosen = chosenNames().contains(dnOf(object));
    if (m_rules.most == 1) {
        m_chosen->clear();
    }
    if (isChosen) {
        removeChosen(dnOf(object));
    } else if (m_rules.most <= 1 || m_chosen->count() < m_rules.most) {
        addChosen(object);
    } else {
        m_hint->setProperty("role", u"danger"_s);
        m_hint->setStyleSheet(QString());
    }
    update();
}

void OrgPicker::update()
{
    QStringList names = chosenNames();
    if (m_rules.givesPerson) { // the list shows identities of the people chosen
        for (const QJsonObject &identity : m_directory.all(Kind::Identity)) {
            if (names.contains(personBehind(identity))) {
                names.append(dnOf(identity));
            }
        }
    }
    m_model->setChosen(names);
    m_count->setText(tr("Chosen: %1").arg(m_chosen->count()));
    m_done->setText(tr("OK (%1)").arg(m_chosen->count()));
}

QJsonArray OrgPicker::chosen() const
{
    QJsonArray chosen;
    for (int row = 0; row < m_chosen->count(); ++row) {
        const QJsonObject object = m_chosen->item(row)->data(ObjectRole).toJsonObject();
        // Free text stays the text it was.
        chosen.append(dnOf(object).isEmpty() && object.size() == 1
                          ? QJsonValue(json::text(object, "name"_L1))
                          : QJsonValue(object));
    }
    return chosen;
}

bool OrgPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isControl = key->modifiers() & Qt::ControlModifier;
    if (isEnter && isControl) {
        accept();
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    if ((watched == m_search && isEnter)
        || (watched == m_list && (isEnter || key->key() == Qt::Key_Space))) {
        toggle(m_list->currentIndex());
        if (m_rules.most == 1 && isEnter && m_chosen->count() == 1) {
            accept();
        } else if (watched == m_search) {
            m_search->selectAll();
        }
        return true;
    }
    if (watched == m_chosen) {
        const int row = m_chosen->currentRow();
        if (key->key() == Qt::Key_Delete && row >= 0) {
            delete m_chosen->takeItem(row);
            update();
            return true;
        }
        const int step = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (isControl && step != 0 && row + step >= 0 && row + step < m_chosen->count()) {
            m_chosen->insertItem(row + step, m_chosen->takeItem(row));
            m_chosen->setCurrentRow(row + step);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace andu::ui
