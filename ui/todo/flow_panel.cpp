// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/flow_panel.h"

#include "core/base/literals.h"
#include "core/domain/account.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

/// One step: a dot on a line, and its text beside it.
class Step final : public QWidget
{
public:
    Step(const Theme &theme, bool isOpen, bool isLast)
        : m_theme(theme)
        , m_isOpen(isOpen)
        , m_isLast(isLast)
    { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!m_isLast) {
            painter.setPen(m_theme.colour(Token::Line2));
            painter.drawLine(7, 20, 7, height());
        }
        const QColor colour = m_theme.colour(m_isOpen ? Token::Accent : Token::Ok);
        painter.setPen(QPen(colour, 2));
        painter.setBrush(m_isOpen ? m_theme.colour(Token::Surface) : colour);
        painter.drawEllipse(QRectF(1, 4, 12, 12));
        if (m_isOpen) {
            painter.setBrush(colour);
            painter.drawEllipse(QRectF(5, 8, 4, 4));
        }
    }

private:
    const Theme &m_theme;
    bool m_isOpen;
    bool m_isLast;
};

QLabel *line(const QString &text, const QFont &font, const char *role)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

} // namespace

FlowPanel::FlowPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_steps(new QVBoxLayout)
{
    setObjectName(u"flowPanel"_s);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 16, 0, 0);
    auto *title = new QLabel(tr("Flow"));
    QFont bold = theme.font(TypeStep::Base);
    bold.setBold(true);
    title->setFont(bold);
    title->setContentsMargins(16, 0, 16, 0);
    outer->addWidget(title);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 8, 16, 16);
    m_steps->setSpacing(0);
    layout->addLayout(m_steps);
    layout->addStretch();
    area->setWidget(page);
    outer->addWidget(area, 1);
}

void FlowPanel::setRecords(const QList<Record> &records)
{
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QFont bold = m_theme.font(TypeStep::Base);
    bold.setBold(true);
    const QFont caption = m_theme.font(TypeStep::Caption);
    for (qsizetype at = 0; at < records.size(); ++at) {
        const Record &record = records[at];
        const bool isOpen = record.type == "currentTask"_L1;
        auto *step = new Step(m_theme, isOpen, at + 1 == records.size());
        auto *layout = new QVBoxLayout(step);
        layout->setContentsMargins(28, 0, 0, 16);
        layout->setSpacing(2);
        layout->addWidget(line(record.activityName, bold, isOpen ? "accent" : ""));
        const QString time = QLocale().toString(record.timeUtc.toLocalTime(), u"MM-dd HH:mm"_s);
        layout->addWidget(line(isOpen ? nameOf(record.person) + u" · "_s + tr("in hand")
                                      : nameOf(record.person) + u" · "_s + time,
                               caption,
                               "secondary"));
        if (!record.opinion.isEmpty() && !isOpen) {
            layout->addWidget(line(record.opinion, m_theme.font(TypeStep::Small), ""));
        }
        if (!record.routeName.isEmpty() && record.routeName != record.opinion && !isOpen) {
            layout->addWidget(line(record.routeName, caption, "secondary"));
        }
        m_steps->addWidget(step);
    }
    if (records.isEmpty()) {
        m_steps->addWidget(line(tr("Nothing has happened yet."), caption, "hint"));
    }
}

} // namespace andu::ui
