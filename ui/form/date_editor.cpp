// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/date_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

namespace andu::ui {

using Unit = DateShape::Unit;

namespace {

QString kindOf(const forms::Module &module)
{
    const QString kind = json::text(module.json, "selectType"_L1);
    return (kind.isEmpty() ? json::text(module.json, "dataType"_L1) : kind).toLower();
}

QString defaultFormat(const forms::Module &module, Unit unit)
{
    const bool isElement = module.info.family != forms::Family::Classic;
    const bool hasSeconds = forms::isYes(module.json.value("isSelectSecond"_L1))
        || forms::isYes(module.json.value("secondEnable"_L1)) || isElement;
    switch (unit) {
    case Unit::DayTime:
        return hasSeconds ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s;
    case Unit::Time:
        return hasSeconds ? u"HH:mm:ss"_s : u"HH:mm"_s;
    case Unit::Month:
        return u"yyyy-MM"_s;
    case Unit::Year:
        return u"yyyy"_s;
    default:
        return u"yyyy-MM-dd"_s;
    }
}

/// Unit that the letters of a format allow; the kind says it only when there is no format.
Unit unitOf(const QString &format, Unit fallback)
{
    if (format.isEmpty()) {
        return fallback;
    }
    const bool hasDay = format.contains("dd"_L1) || format.contains(u'd');
    const bool hasHour = format.contains(u'H') || format.contains(u'h');
    if (hasDay && hasHour) {
        return Unit::DayTime;
    }
    if (hasHour) {
        return Unit::Time;
    }
    if (hasDay) {
        return fallback == Unit::Week ? Unit::Week : Unit::Day;
    }
    return format.contains(u'M') ? Unit::Month : Unit::Year;
}

} // namespace

QString dateFormat(const forms::Module &module)
{
    QString format = json::text(module.json, "format"_L1);
    if (format.isEmpty()) {
        format = json::text(module.json, "valueFormat"_L1);
    }
    if (format.contains(u'%')) {
        const std::pair<QLatin1StringView, QLatin1StringView> letters[]
            = { { "%Y"_L1, "yyyy"_L1 }, { "%y"_L1, "yy"_L1 }, { "%m"_L1, "MM"_L1 },
                { "%d"_L1, "dd"_L1 },   { "%H"_L1, "HH"_L1 }, { "%I"_L1, "hh"_L1 },
                { "%M"_L1, "mm"_L1 },   { "%S"_L1, "ss"_L1 }, { "%e"_L1, "d"_L1 } };
        for (const auto &[from, to] : letters) {
            format.replace(from, to);
        }
        return format;
    }
    return format.replace(u'Y', u'y').replace(u'D', u'd');
}

DateShape dateShape(const forms::Module &module)
{
    const QString kind = kindOf(module);
    Unit unit = Unit::Day;
    if (module.type.compare("Eltime"_L1, Qt::CaseInsensitive) == 0) {
        unit = Unit::Time;
    } else if (kind.startsWith("datetime"_L1)) {
        unit = Unit::DayTime;
    } else if (kind.startsWith("time"_L1)) {
        unit = Unit::Time;
    } else if (kind.startsWith("month"_L1)) {
        unit = Unit::Month;
    } else if (kind.startsWith("year"_L1)) {
        unit = Unit::Year;
    } else if (kind.startsWith("week"_L1)) {
        unit = Unit::Week;
    }
    DateShape shape;
    shape.format = dateFormat(module);
    shape.unit = unitOf(shape.format, unit);
    if (shape.format.isEmpty()) {
        shape.format = defaultFormat(module, unit);
    }
    shape.hasSeconds = shape.format.contains(u's');
    shape.isRange = kind.contains("range"_L1) || json::text(module.json, "range"_L1) == "range"_L1
        || forms::isYes(module.json.value("isRange"_L1));
    return shape;
}

std::optional<QString> typedDate(const QString &text, const DateShape &shape)
{
    const QDateTime exact = QDateTime::fromString(text, shape.format);
    if (exact.isValid()) {
        return exact.toString(shape.format);
    }
    static const QRegularExpression digits(u"\\d+"_s);
    QList<int> numbers;
    auto match = digits.globalMatch(text);
    while (match.hasNext() && numbers.size() < 6) {
        const QString group = match.next().captured();
        if (group.size() == 8 && shape.unit != Unit::Time) {
            numbers << group.left(4).toInt() << group.mid(4, 2).toInt() << group.mid(6).toInt();
        } else if (group.size() == 6 && shape.unit == Unit::Month) {
            numbers << group.left(4).toInt() << group.mid(4).toInt();
        } else if (group.size() == 4 && (numbers.size() >= 3 || shape.unit == Unit::Time)) {
            numbers << group.left(2).toInt() << group.mid(2).toInt();
        } else {
            numbers << group.toInt();
        }
    }
    if (numbers.isEmpty() || text.size() > 40) {
        return std::nullopt;
    }
    int year = QDate::currentDate().year();
    if (shape.unit == Unit::Time) {
        const QTime time(numbers[0], numbers.value(1), numbers.value(2));
        return time.isValid()
            ? std::optional(QDateTime(QDate(year, 1, 1), time).toString(shape.format))
            : std::nullopt;
    }
    if (numbers.first() > 31) {
        year = numbers.takeFirst();
        year += year < 100 ? 2000 : 0;
    } else if (shape.unit == Unit::Year) {
        return std::nullopt;
    } // "1-15" is in this year
    const QDate date(year, numbers.value(0, 1), numbers.value(1, 1));
    const QTime time(numbers.value(2), numbers.value(3), numbers.value(4));
    const bool hasEnough
        = shape.unit == Unit::Year || shape.unit == Unit::Month ? true : numbers.size() >= 2;
    if (!date.isValid() || !time.isValid() || !hasEnough) {
        return std::nullopt;
    }
    return QDateTime(date, time).toString(shape.format);
}

DateEditor::DateEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_shape(dateShape(module()))
    , m_isMany(kindOf(module()) == "dates"_L1)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look().px(6));
    for (int part = 0; part < (m_shape.isRange ? 2 : 1); ++part) {
        auto *line = new QLineEdit;
        const bool isTime = m_shape.unit == Unit::Time;
        QAction *open = line->addAction(theme().icon(isTime ? u"clock"_s : u"calendar"_s),
                                        QLineEdit::TrailingPosition);
        open->setToolTip(tr("Choose (F4)"));
        connect(open, &QAction::triggered, this, [this, part] { openPopup(part); });
        connect(line, &QLineEdit::textEdited, this, [this] { noteTyping(); });
        connect(line, &QLineEdit::returnPressed, this, [this] { endTyping(); });
        if (part == 1) {
            layout->addWidget(new QLabel(u"–"_s));
            line->setObjectName(u"field:"_s + runtimeId() + u"/to"_s);
            line->setAccessibleName(tr("%1, until").arg(module().label));
            watch(line);
        }
        layout->addWidget(line, 1);
        m_parts.append(line);
    }
    setInput(m_parts.first());
    showValue();
}

void DateEditor::showValue()
{
    if (isTyping()) {
        return;
    }
    const QStringList texts = forms::textsIn(stored());
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        m_parts[part]->setText(m_isMany ? texts.join(u", "_s) : texts.value(part));
        m_parts[part]->setModified(false);
    }
}

void DateEditor::commit()
{
    const bool isModified = std::any_of(
        m_parts.begin(), m_parts.end(), [](const QLineEdit *line) { return line->isModified(); });
    if (isModified) {
        writeParts();
    }
}

void DateEditor::writeParts()
{
    QStringList texts;
    bool isUnreadable = false;
    for (QLineEdit *line : std::as_const(m_parts)) {
        const QStringList typed
            = m_isMany ? line->text().split(u',', Qt::SkipEmptyParts) : QStringList{ line->text() };
        for (const QString &part : typed) {
            const QString text = part.trimmed();
            const auto date = typedDate(text, m_shape);
            isUnreadable = isUnreadable || (!text.isEmpty() && !date);
            texts.append(date.value_or(text));
        }
    }
    // Half a date while typing is not written; what is left behind is, marked.
    if (isUnreadable && isTyping() && focusProxy() && focusProxy()->hasFocus()
        && texts.join(QString()).size() < m_shape.format.size()) {
        return;
    }
    for (QLineEdit *line : std::as_const(m_parts)) {
        line->setModified(false);
    }
    const bool isEmpty = texts.join(QString()).isEmpty();
    if (m_shape.isRange || m_isMany) {
        write(isEmpty ? QJsonArray() : QJsonArray::fromStringList(texts));
    } else {
        write(texts.value(0));
    }
    if (isUnreadable) {
        setInvalid(true);
        setToolTip(
            tr("Not a date like %1").arg(QDateTime::currentDateTime().toString(m_shape.format)));
    } else {
        setInvalid(!state().mark.isEmpty());
        setToolTip({});
    }
}

void DateEditor::accept(int part, const QString &text)
{
    QLineEdit *line = m_parts[part];
    const bool isMore = m_isMany && !line->text().isEmpty() && !text.isEmpty();
    line->setText(isMore ? line->text() + u", "_s + text : text);
    line->setModified(true);
    endTyping();
    commit();
    showValue();
}

void DateEditor::step(int part, int days)
{
    const auto text = typedDate(m_parts[part]->text(), m_shape);
    const QDateTime now = QDateTime::currentDateTime();
    QDateTime time = text ? QDateTime::fromString(*text, m_shape.format) : now;
    switch (m_shape.unit) {
    case Unit::Time:
        time = time.addSecs(qint64(days) * 15 * 60);
        break;
    case Unit::Month:
        time = time.addMonths(days);
        break;
    case Unit::Year:
        time = time.addYears(days);
        break;
    default:
        time = text ? time.addDays(days) : now;
    }
    m_parts[part]->setText(time.toString(m_shape.format));
    m_parts[part]->setModified(true);
    noteTyping();
}

bool DateEditor::eventFilter(QObject *watched, QEvent *event)
{
    const qsizetype part = m_parts.indexOf(qobject_cast<QLineEdit *>(watched));
    if (event->type() == QEvent::KeyPress && part >= 0 && !m_isMany) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isAlt = key->modifiers() & Qt::AltModifier;
        if (key->key() == Qt::Key_F4 || (isAlt && key->key() == Qt::Key_Down)) {
            openPopup(int(part));
            return true;
        }
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            step(int(part), key->key() == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void DateEditor::openPopup(int part)
{
    QLineEdit *line = m_parts[part];
    const auto text = typedDate(line->text(), m_shape);
    auto *popup = new DatePopup(
        look(), m_shape, text ? QDateTime::fromString(*text, m_shape.format) : QDateTime(), this);
    connect(popup, &DatePopup::chosen, this, [this, part](const QDateTime &time) {
        accept(part, time.toString(m_shape.format));
    });
    connect(popup, &DatePopup::cleared, this, [this, part] { accept(part, {}); });
    popup->move(line->mapToGlobal(QPoint(0, line->height() + 2)));
    popup->show();
}

} // namespace andu::ui
