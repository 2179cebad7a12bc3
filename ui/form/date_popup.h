// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_look.h"

#include <QDateTime>
#include <QFrame>

class QCalendarWidget;
class QTimeEdit;
class QVBoxLayout;

namespace andu::ui {

/// What a date field holds.
struct DateShape
{
    enum class Unit { Day, DayTime, Time, Month, Year, Week };

    Unit unit = Unit::Day;
    QString format; ///< Qt pattern.
    bool isRange = false;
    bool hasSeconds = false;
};

/// Calendar, months, years or hours to choose from.
class DatePopup final : public QFrame
{
    Q_OBJECT

public:
    DatePopup(const FormLook &look, DateShape shape, const QDateTime &current, QWidget *parent);

Q_SIGNALS:
    void chosen(const QDateTime &time);
    void cleared();

private:
    void addCalendar(QVBoxLayout *layout);
    void addMonths(QVBoxLayout *layout);
    void addYears(QVBoxLayout *layout);
    void addTime(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout);
    void choose(QDate date);

    FormLook m_look;
    DateShape m_shape;
    QDateTime m_current;
    QCalendarWidget *m_calendar = nullptr;
    QTimeEdit *m_time = nullptr;
};

} // namespace andu::ui
