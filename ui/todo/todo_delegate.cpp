// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/todo_delegate.h"

#include "core/base/literals.h"
#include "core/domain/account.h"
#include "ui/todo/todo_list_model.h"

#include <QCoreApplication>
#include <QPainter>

namespace andu::ui {

namespace {

constexpr int TextLeft = 34;
constexpr int Padding = 16;

Token tokenOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Overdue:
        return Token::Danger;
    case Urgency::Today:
        return Token::Warn;
    default:
        return Token::Text2;
    }
}

} // namespace

StateLook lookOf(TodoState state)
{
    switch (state) {
    case TodoState::Draft:
        return { TodoDelegate::tr("draft"), u"draft"_s, Token::Text2 };
    case TodoState::Queued:
        return { TodoDelegate::tr("queued"), u"queued"_s, Token::Accent };
    case TodoState::Attention:
        return { TodoDelegate::tr("needs attention"), u"attention"_s, Token::Danger };
    case TodoState::Delivered:
        return { TodoDelegate::tr("delivered"), u"delivered"_s, Token::Ok };
    case TodoState::Open:
        break;
    }
    return {};
}

TodoDelegate::TodoDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

QSize TodoDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return { 200, index.data(TodoListModel::HeadRole).toBool() ? 28 : 56 };
}

void TodoDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect area = option.rect;
    if (index.data(TodoListModel::HeadRole).toBool()) {
        paintHead(painter, area, index);
        painter->restore();
        return;
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(area,
                      m_theme.colour(isSelected      ? Token::AccentWeak
                                         : isHovered ? Token::Hover
                                                     : Token::Surface));
    if (isSelected) {
        painter->fillRect(QRect(area.left(), area.top(), 3, area.height()),
                          m_theme.colour(Token::Accent));
    }
    painter->setPen(m_theme.colour(Token::Line));
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    paintTask(painter, area, index);
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(m_theme.colour(Token::Accent), 2));
        painter->drawRoundedRect(area.adjusted(2, 2, -2, -2), 4, 4);
    }
    painter->restore();
}

void TodoDelegate::paintHead(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    painter->fillRect(area, m_theme.colour(Token::Surface2));
    painter->setPen(m_theme.colour(Token::Line));
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    const auto urgency = Urgency(index.data(TodoListModel::UrgencyRole).toInt());
    QFont font = m_theme.font(TypeStep::Caption);
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(m_theme.colour(tokenOf(urgency)));
    painter->drawText(area.adjusted(Padding, 0, -Padding, 0),
                      Qt::AlignVCenter | Qt::AlignLeft,
                      index.data().toString());
}

int TodoDelegate::paintState(QPainter *painter, const QRect &line, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TodoListModel *>(index.model());
    const Task *task = model->taskAt(index);
    const StateLook look = lookOf(task->state);
    QString text = look.text;
    Token token = look.token;
    if (text.isEmpty()) {
        text = dueText(*task, model->nowUtc());
        token = tokenOf(urgencyOf(*task, model->nowUtc()));
    }
    painter->setFont(m_theme.font(TypeStep::Caption));
    painter->setPen(m_theme.colour(token));
    const int width = painter->fontMetrics().horizontalAdvance(text);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, text);
    if (look.icon.isEmpty()) {
        return width;
    }
    const QPixmap pixmap
        = m_theme.pixmap(look.icon, token, 14, painter->device()->devicePixelRatioF());
    painter->drawPixmap(line.right() - width - 18, line.center().y() - 7, pixmap);
    return width + 20;
}

void TodoDelegate::paintTask(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TodoListModel *>(index.model());
    const Task *task = model->taskAt(index);
    const QRect first(
        area.left() + TextLeft, area.top() + 8, area.width() - TextLeft - Padding, 20);
    const QRect second(first.left(), area.top() + 30, first.width(), 18);
    const bool isOpen = task->box == TodoBox::Task || task->box == TodoBox::Read;
    const bool isUnread = isOpen && task->state == TodoState::Open;
    if (isUnread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.colour(Token::Accent));
        painter->drawEllipse(QPointF(area.left() + 20, first.center().y()), 3, 3);
    }
    QFont font = m_theme.font(TypeStep::Base);
    font.setBold(isUnread);
    painter->setFont(font);
    painter->setPen(
        m_theme.colour(isOpen && task->state == TodoState::Queued ? Token::Text2 : Token::Text));
    painter->drawText(
        first,
        Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(task->title, Qt::ElideRight, first.width()));
    const int used = paintState(painter, second, index);
    QString below = task->processName;
    const QString person = nameOf(task->creatorPerson);
    for (const QString &part : { person, task->routeName }) {
        if (!part.isEmpty()) {
            below += u" · "_s + part;
        }
    }
    painter->setFont(m_theme.font(TypeStep::Caption));
    painter->setPen(m_theme.colour(Token::Text2));
    painter->drawText(
        second.adjusted(0, 0, -used - 8, 0),
        Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(below, Qt::ElideRight, second.width() - used - 8));
}

} // namespace andu::ui
