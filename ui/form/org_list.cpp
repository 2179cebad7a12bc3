// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/org_list.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QPainter>

namespace andu::ui {

using Kind = forms::Directory::Kind;

namespace {

constexpr double RowHeight = 48;
constexpr double AvatarSize = 28;
constexpr int MaxShown = 2000;

} // namespace

OrgListModel::OrgListModel(const forms::Directory &directory,
                           const OrgRules &rules,
                           QObject *parent)
    : QAbstractListModel(parent)
{
    for (const Kind kind : rules.kinds) {
        const QList<QJsonObject> objects = directory.all(kind);
        for (const QJsonObject &object : objects) {
            if (!rules.allows(object)) {
                continue;
            }
            OrgEntry entry;
            entry.object = object;
            entry.dn = json::text(object, "distinguishedName"_L1);
            entry.name = json::text(object, "name"_L1);
            entry.path
                = json::text(object, kind == Kind::Unit ? "levelName"_L1 : "unitLevelName"_L1);
            const QString person = personBehind(object);
            entry.isSelf = !rules.selfPerson.isEmpty()
                && (person == rules.selfPerson || entry.dn == rules.selfPerson);
            m_byName.insert(entry.dn, m_entries.size());
            for (QString path = entry.path; !path.isEmpty();) {
                ++m_counts[path];
                const qsizetype slash = path.lastIndexOf(u'/');
                path = slash < 0 ? QString() : path.left(slash);
            }
            m_entries.append(entry);
        }
    }
}

int OrgListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int OrgListModel::countIn(const QString &unitPath) const
{
    return m_counts.value(unitPath);
}

QVariant OrgListModel::data(const QModelIndex &index, int role) const
{
    const Shown &shown = m_shown[index.row()];
    const OrgEntry &entry = m_entries[shown.entry];
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::AccessibleTextRole:
        return entry.name + u", "_s + entry.path;
    case Qt::ToolTipRole:
        return (entry.name + u' ' + entry.path).toHtmlEscaped();
    case Qt::CheckStateRole:
        return m_chosen.contains(entry.dn) ? Qt::Checked : Qt::Unchecked;
    case ReadingRole:
        return entry.reading;
    case PathRole:
        return entry.path;
    case MatchFromRole:
        return shown.match.from;
    case MatchCountRole:
        return shown.match.count;
    case SelfRole:
        return entry.isSelf;
    default:
        return {};
    }
}

Qt::ItemFlags OrgListModel::flags(const QModelIndex &index) const
{
    return entryAt(index.row()).isSelf ? Qt::ItemFlags(Qt::NoItemFlags)
                                       : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void OrgListModel::show(QList<Shown> shown)
{
    beginResetModel();
    m_shown = std::move(shown);
    for (const Shown &each : std::as_const(m_shown)) {
        OrgEntry &entry = m_entries[each.entry];
        if (entry.reading.isEmpty()) {
            entry.reading = m_pinyin.syllables(entry.name).join(QString());
        }
    }
    endResetModel();
}

void OrgListModel::showMatches(const QString &query, const QString &unitPath)
{
    QList<Shown> here;
    QList<Shown> elsewhere;
    const QString wanted = query.trimmed();
    for (qsizetype at = 0; at < m_entries.size(); ++at) {
        const OrgEntry &entry = m_entries[at];
        auto match = m_pinyin.find(entry.name, wanted);
        if (!match) {
            const auto has = [&](QLatin1StringView key) {
                return json::text(entry.object, key).contains(wanted, Qt::CaseInsensitive);
            };
            if (entry.path.contains(wanted, Qt::CaseInsensitive) || has("employee"_L1)
                || has("personEmployee"_L1) || has("mobile"_L1)) {
                match = MatchedLetters{};
            }
        }
        if (match) {
            const bool isHere = !unitPath.isEmpty() && entry.path.startsWith(unitPath);
            (isHere ? here : elsewhere).append(Shown{ at, *match });
        }
    }
    // Whole names first, then names that begin so, then any place in a name: "xl" means 许岚
    // before 潘秀兰.
    const auto rank = [this](const Shown &shown) {
        const MatchedLetters &match = shown.match;
        return match.count == 0                                ? 3
            : match.from > 0                                   ? 2
            : match.count < m_entries[shown.entry].name.size() ? 1
                                                               : 0;
    };
    for (QList<Shown> *part : { &here, &elsewhere }) {
        std::stable_sort(part->begin(), part->end(), [&rank](const Shown &a, const Shown &b) {
            return rank(a) < rank(b);
        });
    }
    show((here + elsewhere).mid(0, MaxShown));
}

void OrgListModel::showUnit(const QString &unitPath)
{
    QList<Shown> direct;
    QList<Shown> below;
    for (qsizetype at = 0; at < m_entries.size(); ++at) {
        const QString &path = m_entries[at].path;
        if (path == unitPath || unitPath.isEmpty()) {
            direct.append(Shown{ at, {} });
        } else if (path.startsWith(unitPath + u'/')) {
            below.append(Shown{ at, {} });
        }
    }
    show((direct + below).mid(0, MaxShown));
}

void OrgListModel::showThese(const QStringList &names)
{
    QList<Shown> shown;
    for (const QString &name : names) {
        if (const auto found = m_byName.constFind(name); found != m_byName.constEnd()) {
            shown.append(Shown{ found.value(), {} });
        }
    }
    show(shown);
}

void OrgListModel::setChosen(const QStringList &names)
{
    m_chosen = QSet<QString>(names.begin(), names.end());
    if (!m_shown.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(int(m_shown.size()) - 1), { Qt::CheckStateRole });
    }
}

OrgDelegate::OrgDelegate(const FormLook &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{ }

QSize OrgDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { m_look.px(240), m_look.px(RowHeight) };
}

void OrgDelegate::paint(QPainter *painter,
                        const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const bool isSelf = index.data(OrgListModel::SelfRole).toBool();
    const QRect box = option.rect;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    if (isChosen || isHovered) {
        painter->fillRect(box, m_look.colour(isChosen ? Token::AccentWeak : Token::Hover));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_look.colour(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), 4, 4);
    }
    int x = box.x() + m_look.px(14);
    const QRectF check(x, box.center().y() - m_look.px(7), m_look.px(15), m_look.px(15));
    painter->setPen(m_look.colour(isChosen ? Token::AccentFill : Token::Line2));
    painter->setBrush(m_look.colour(isChosen ? Token::AccentFill : Token::Surface));
    painter->drawRoundedRect(check, 4, 4);
    if (isChosen) {
        painter->drawPixmap(check.toRect().adjusted(1, 1, -1, -1),
                            m_look.theme().pixmap(u"check"_s, Token::OnAccent, m_look.px(13), 2));
    }
    x += m_look.px(28);
    const QString name = index.data().toString();
    const QRectF avatar(x,
                        box.center().y() - m_look.px(AvatarSize) / 2,
                        m_look.px(AvatarSize),
                        m_look.px(AvatarSize));
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_look.theme().avatar(name));
    painter->setOpacity(isSelf ? 0.5 : 1);
    painter->drawEllipse(avatar);
    painter->setPen(Qt::white); // avatar colours are made for white in both schemes
    painter->setFont(m_look.font(TypeStep::Small));
    painter->drawText(avatar, Qt::AlignCenter, name.left(1));
    x += m_look.px(AvatarSize + 10);
    paintNames(painter, QRect(x, box.y(), box.right() - x - m_look.px(8), box.height()), index);
    painter->restore();
}

void OrgDelegate::paintNames(QPainter *painter, const QRect &box, const QModelIndex &index) const
{
    const QString name = index.data().toString();
    const int from = index.data(OrgListModel::MatchFromRole).toInt();
    const int count = index.data(OrgListModel::MatchCountRole).toInt();
    const QRect line(box.x(), box.y() + m_look.px(5), box.width(), m_look.px(20));
    int at = line.x();
    const auto piece = [&](const QString &text, Token token, bool isBold) {
        QFont font = m_look.font(TypeStep::Base);
        font.setBold(isBold);
        painter->setFont(font);
        painter->setPen(m_look.colour(token));
        painter->drawText(
            QRect(at, line.y(), line.right() - at, line.height()), Qt::AlignVCenter, text);
        at += painter->fontMetrics().horizontalAdvance(text);
    };
    piece(name.left(from), Token::Text, false);
    piece(name.mid(from, count), Token::Accent, true);
    piece(name.mid(from + count), Token::Text, false);
    at += m_look.px(8);
    piece(index.data(OrgListModel::ReadingRole).toString(), Token::Text3, false);
    if (index.data(OrgListModel::SelfRole).toBool()) {
        at += m_look.px(8);
        piece(tr("me"), Token::Text3, true);
    }
    painter->setFont(m_look.font(TypeStep::Caption));
    painter->setPen(m_look.colour(Token::Text2));
    const QRect second(line.x(), line.bottom(), line.width(), m_look.px(18));
    painter->drawText(
        second,
        Qt::AlignVCenter,
        painter->fontMetrics().elidedText(
            index.data(OrgListModel::PathRole).toString(), Qt::ElideMiddle, second.width()));
}

} // namespace andu::ui
