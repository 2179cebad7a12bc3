// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/date_popup.h"

#include "core/base/literals.h"

#include <QCalendarWidget>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTextCharFormat>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace andu::ui {

using Unit = DateShape::Unit;

DatePopup::DatePopup(const FormLook &look,
                     DateShape shape,
                     const QDateTime &current,
                     QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_look(look)
    , m_shape(std::move(shape))
    , m_current(current.isValid() ? current : QDateTime(QDate::currentDate(), QTime(9, 0)))
{
    setObjectName(u"panel"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(8));
    layout->setSpacing(look.px(8));
    switch (m_shape.unit) {
    case Unit::Month:
        addMonths(layout);
        break;
    case Unit::Year:
        addYears(layout);
        break;
    case Unit::Time:
        addTime(layout);
        break;
    case Unit::DayTime:
        addCalendar(layout);
        addTime(layout);
        break;
    default:
        addCalendar(layout);
    }
    addButtons(layout);
}

void DatePopup::addCalendar(QVBoxLayout *layout)
{
    m_calendar = new QCalendarWidget;
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setVerticalHeaderFormat(m_shape.unit == Unit::Week
                                            ? QCalendarWidget::ISOWeekNumbers
                                            : QCalendarWidget::NoVerticalHeader);
    QTextCharFormat weekend;
    weekend.setForeground(m_look.colour(Token::Danger));
    m_calendar->setWeekdayTextFormat(Qt::Saturday, weekend);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, weekend);
    m_calendar->setSelectedDate(m_current.date());
    m_calendar->setMinimumWidth(m_look.px(300));
    layout->addWidget(m_calendar);
    // A click takes a day; with a time there is more to say first.
    if (m_shape.unit != Unit::DayTime) {
        connect(m_calendar, &QCalendarWidget::clicked, this, &DatePopup::choose);
    }
    connect(m_calendar, &QCalendarWidget::activated, this, &DatePopup::choose);
    m_calendar->setFocus();
}

void DatePopup::addMonths(QVBoxLayout *layout)
{
    auto *year = new QSpinBox;
    year->setRange(1900, 2200);
    year->setValue(m_current.date().year());
    year->setAccessibleName(tr("Year"));
    layout->addWidget(year);
    auto *grid = new QGridLayout;
    grid->setSpacing(m_look.px(4));
    for (int month = 1; month <= 12; ++month) {
        auto *button = new QPushButton(QLocale().standaloneMonthName(month, QLocale::ShortFormat));
        if (month == m_current.date().month()) {
            button->setProperty("role", u"primary"_s);
            button->setFocus();
        }
        connect(button, &QPushButton::clicked, this, [this, year, month] {
            choose(QDate(year->value(), month, 1));
        });
        grid->addWidget(button, (month - 1) / 3, (month - 1) % 3);
    }
    layout->addLayout(grid);
}

void DatePopup::addYears(QVBoxLayout *layout)
{
    static constexpr int Shown = 12;
    auto *grid = new QGridLayout;
    grid->setSpacing(m_look.px(4));
    const int first = m_current.date().year() - 6;
    for (int at = 0; at < Shown; ++at) {
        const int year = first + at;
        auto *button = new QPushButton(QString::number(year));
        if (year == m_current.date().year()) {
            button->setProperty("role", u"primary"_s);
            button->setFocus();
        }
        connect(button, &QPushButton::clicked, this, [this, year] { choose(QDate(year, 1, 1)); });
        grid->addWidget(button, at / 3, at % 3);
    }
    layout->addLayout(grid);
}

void DatePopup::addTime(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("Time"));
    m_time = new QTimeEdit(m_current.time());
    m_time->setDisplayFormat(m_shape.hasSeconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
    m_time->setAccessibleName(tr("Time"));
    label->setBuddy(m_time);
    row->addWidget(label);
    row->addWidget(m_time, 1);
    for (const QTime preset : { QTime(9, 0), QTime(14, 0), QTime(18, 0) }) {
        auto *button = new QPushButton(preset.toString(u"HH:mm"_s));
        connect(button, &QPushButton::clicked, m_time, [this, preset] { m_time->setTime(preset); });
        row->addWidget(button);
    }
    layout->addLayout(row);
}

void DatePopup::addButtons(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    auto *clear = new QPushButton(tr("Clear"));
    connect(clear, &QPushButton::clicked, this, [this] {
        Q_EMIT cleared();
        close();
    });
    row->addWidget(clear);
    row->addStretch();
    auto *now = new QPushButton(m_time ? tr("Now") : tr("Today"));
    connect(now, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(QDateTime::currentDateTime());
        close();
    });
    row->addWidget(now);
    if (m_time) {
        auto *done = new QPushButton(tr("OK"));
        done->setProperty("role", u"primary"_s);
        connect(done, &QPushButton::clicked, this, [this] {
            choose(m_calendar ? m_calendar->selectedDate() : m_current.date());
        });
        row->addWidget(done);
    }
    layout->addLayout(row);
}

void DatePopup::choose(QDate date)
{
    const QDate day = m_shape.unit == Unit::Week ? date.addDays(1 - date.dayOfWeek()) : date;
    Q_EMIT chosen(QDateTime(day, m_time ? m_time->time() : QTime(0, 0)));
    close();
}

} // namespace andu::ui
