// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/text_editors.h"

#include "core/base/literals.h"

#include <QAction>
#include <QCalendarWidget>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>
#include <QWidgetAction>

namespace andu::ui {

using forms::ModuleKind;

LineEditor::LineEditor(forms::FormSession &session, const QString &id)
    : FieldEditor(session, id)
    , m_line(new QLineEdit)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    setInput(m_line);
    m_line->setPlaceholderText(module().json.value("description"_L1).toString());
    const QString limit
        = forms::scalarText(module().json.value("properties"_L1).toObject(), "maxlength"_L1);
    const int length = limit.isEmpty() ? forms::scalarText(module().json, "maxlength"_L1).toInt()
                                       : limit.toInt();
    if (length > 0) {
        m_line->setMaxLength(length);
    }
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::commit);
    showValue();
}

void LineEditor::showValue()
{
    const QString text = module().is(ModuleKind::Combox)
        ? forms::textsIn(session().value(id())).join(u", "_s)
        : session().shown(id());
    if (text != m_line->text()) {
        m_line->setText(text);
    }
    m_line->setModified(false);
}

void LineEditor::commit()
{
    if (!m_line->isModified()) {
        return;
    }
    m_line->setModified(false);
    const QString text = m_line->text();
    switch (module().info.kind) {
    case ModuleKind::Combox:
    case ModuleKind::Address:
    case ModuleKind::Cascader: {
        static const QRegularExpression separators(u"\\s*[,，;；/]\\s*"_s);
        write(QJsonArray::fromStringList(text.split(separators, Qt::SkipEmptyParts)));
        break;
    }
    case ModuleKind::Number:
        if (module().info.family != forms::Family::Classic) {
            QString plain = text;
            plain.remove(module().json.value("thousands"_L1).toString(u","_s));
            plain.remove(module().json.value("prefix"_L1).toString());
            const auto number = forms::numberIn(plain);
            write(number ? QJsonValue(*number) : QJsonValue(plain));
            break;
        }
        [[fallthrough]];
    default:
        write(text);
    }
    showValue();
}

AreaEditor::AreaEditor(forms::FormSession &session, const QString &id)
    : FieldEditor(session, id)
    , m_text(new QPlainTextEdit)
    , m_leastLines(2)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    setInput(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(module().json.value("description"_L1).toString());
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int rows
        = forms::scalarText(module().json.value("properties"_L1).toObject(), "rows"_L1).toInt();
    m_leastLines = std::clamp(rows, 2, 12);
    m_text->installEventFilter(this);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AreaEditor::grow);
    showValue();
    grow();
}

void AreaEditor::showValue()
{
    const QString text = session().shown(id());
    if (text != m_text->toPlainText()) {
        m_text->setPlainText(text);
    }
    m_text->document()->setModified(false);
}

void AreaEditor::commit()
{
    if (m_text->document()->isModified()) {
        m_text->document()->setModified(false);
        write(m_text->toPlainText());
    }
}

bool AreaEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut) {
        commit();
    }
    return FieldEditor::eventFilter(watched, event);
}

void AreaEditor::grow()
{
    int lines = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        lines += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    }
    lines = std::clamp(lines, m_leastLines, 20);
    m_text->setVerticalScrollBarPolicy(lines == 20 ? Qt::ScrollBarAsNeeded
                                                   : Qt::ScrollBarAlwaysOff);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + 22);
}

QString dateFormat(const forms::Module &module)
{
    QString format = module.json.value("format"_L1).toString();
    if (format.contains(u'%')) {
        const std::pair<QLatin1StringView, QLatin1StringView> letters[]
            = { { "%Y"_L1, "yyyy"_L1 }, { "%m"_L1, "MM"_L1 }, { "%d"_L1, "dd"_L1 },
                { "%H"_L1, "HH"_L1 },   { "%M"_L1, "mm"_L1 }, { "%S"_L1, "ss"_L1 } };
        for (const auto &[from, to] : letters) {
            format.replace(from, to);
        }
        return format;
    }
    if (!format.isEmpty()) {
        return format.replace(u'Y', u'y').replace(u'D', u'd');
    }
    QString kind = module.json.value("selectType"_L1).toString();
    if (kind.isEmpty()) {
        kind = module.json.value("dataType"_L1).toString();
    }
    if (kind.startsWith("datetime"_L1, Qt::CaseInsensitive)) {
        return u"yyyy-MM-dd HH:mm:ss"_s;
    }
    if (kind.startsWith("month"_L1)) {
        return u"yyyy-MM"_s;
    }
    if (kind.startsWith("year"_L1)) {
        return u"yyyy"_s;
    }
    return kind.startsWith("time"_L1) ? u"HH:mm:ss"_s : u"yyyy-MM-dd"_s;
}

DateEditor::DateEditor(forms::FormSession &session, const QString &id, const Theme &theme)
    : FieldEditor(session, id)
    , m_format(dateFormat(module()))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const bool isRange = module().json.value("selectType"_L1).toString().contains("range"_L1)
        || module().json.value("range"_L1).toString() == "range"_L1;
    for (int part = 0; part < (isRange ? 2 : 1); ++part) {
        auto *line = new QLineEdit;
        line->setPlaceholderText(QString(m_format).replace("yyyy"_L1, "yyyy"_L1));
        if (m_format.contains("yyyy"_L1)) {
            QAction *open = line->addAction(theme.icon(u"calendar"_s), QLineEdit::TrailingPosition);
            open->setToolTip(tr("Choose from the calendar"));
            connect(open, &QAction::triggered, this, [this, part] { openCalendar(part); });
        }
        connect(line, &QLineEdit::editingFinished, this, &DateEditor::commit);
        if (part == 1) {
            layout->addWidget(new QLabel(u"–"_s));
        }
        layout->addWidget(line);
        m_parts.append(line);
    }
    setInput(m_parts.first());
    showValue();
}

void DateEditor::showValue()
{
    const QStringList texts = forms::textsIn(session().value(id()));
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        m_parts[part]->setText(texts.value(part));
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
    QJsonArray values;
    for (QLineEdit *line : std::as_const(m_parts)) {
        line->setModified(false);
        const QString text = line->text().trimmed();
        const QDateTime time = QDateTime::fromString(text, m_format);
        values.append(time.isValid() ? time.toString(m_format) : text);
        line->setProperty("invalid", !text.isEmpty() && !time.isValid());
    }
    const bool isEmpty = std::all_of(values.begin(), values.end(), [](const QJsonValue &value) {
        return value.toString().isEmpty();
    });
    if (m_parts.size() == 1) {
        write(values.first());
    } else {
        write(isEmpty ? QJsonArray() : values);
    }
}

void DateEditor::openCalendar(int part)
{
    QLineEdit *line = m_parts[part];
    QMenu menu;
    auto *calendar = new QCalendarWidget;
    calendar->setLocale(QLocale());
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    const QDateTime current = QDateTime::fromString(line->text(), m_format);
    calendar->setSelectedDate(current.isValid() ? current.date() : QDate::currentDate());
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(calendar);
    menu.addAction(action);
    menu.addAction(tr("Clear"), this, [this, line] {
        line->clear();
        writeParts();
    });
    const auto choose = [this, line, current, &menu](QDate date) {
        const QTime time = current.isValid() ? current.time() : QTime(9, 0);
        line->setText(QDateTime(date, time).toString(m_format));
        writeParts();
        menu.close();
    };
    connect(calendar, &QCalendarWidget::clicked, &menu, choose);
    connect(calendar, &QCalendarWidget::activated, &menu, choose);
    menu.exec(line->mapToGlobal(QPoint(0, line->height())));
}

} // namespace andu::ui
