// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/opinion_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabletEvent>
#include <QVBoxLayout>

namespace andu::ui {

OpinionEditor::OpinionEditor(const FormContext &context, const QString &id)
    : AreaEditor(context, id)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(look().px(4));
    auto *phrases = new QPushButton(theme().icon(u"comment"_s), tr("Phrases"));
    phrases->setObjectName(u"phrases:"_s + id);
    phrases->setProperty("role", u"text"_s);
    connect(phrases, &QPushButton::clicked, this, [this, phrases] { showPhrases(phrases); });
    row->addWidget(phrases);
    if (forms::isYes(module().json.value("isHandwriting"_L1))) {
        auto *ink = new QPushButton(theme().icon(u"handwrite"_s), tr("Handwriting"));
        ink->setObjectName(u"ink:"_s + id);
        ink->setProperty("role", u"text"_s);
        connect(ink, &QPushButton::clicked, this, &OpinionEditor::openCanvas);
        row->addWidget(ink);
    }
    row->addStretch();
    column()->addLayout(row);
}

void OpinionEditor::showPhrases(QWidget *button)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QStringList phrases = host().phrases();
    if (phrases.isEmpty()) {
        phrases = QStringList{ tr("Agreed."),
                               tr("Agreed; please proceed as planned."),
                               tr("Please add the missing details."),
                               tr("Not agreed.") };
    }
    for (const QString &phrase : std::as_const(phrases)) {
        QString shown = phrase.left(60);
        shown.replace(u'&', u"&&"_s);
        menu->addAction(shown, this, [this, phrase] {
            text()->setFocus();
            text()->insertPlainText(phrase);
        });
    }
    if (const QString own = text()->toPlainText().trimmed(); !own.isEmpty()) {
        menu->addSeparator();
        menu->addAction(tr("Keep this text as a phrase"), this, [this, own] {
            Q_EMIT host().phraseWanted(own);
        });
    }
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void OpinionEditor::openCanvas()
{
    auto *dialog = new InkDialog(look(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    FormHost *receiver = &host();
    connect(dialog, &QDialog::accepted, receiver, [receiver, dialog, module = id()] {
        Q_EMIT receiver->inkMade(module, dialog->image());
    });
    dialog->open();
}

InkCanvas::InkCanvas(const FormLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setMinimumSize(look.px(520), look.px(220));
    setAccessibleName(tr("Handwriting"));
    setCursor(Qt::CrossCursor);
}

void InkCanvas::clear()
{
    m_strokes.clear();
    update();
    Q_EMIT changed();
}

void InkCanvas::undo()
{
    if (!m_strokes.isEmpty()) {
        m_strokes.removeLast();
        update();
        Q_EMIT changed();
    }
}

void InkCanvas::start(QPointF at, double pressure)
{
    m_strokes.append(QList<Point>{ Point{ at, 1 + 3 * pressure } });
    update();
    Q_EMIT changed();
}

void InkCanvas::extend(QPointF at, double pressure)
{
    if (!m_strokes.isEmpty()) {
        m_strokes.last().append(Point{ at, 1 + 3 * pressure });
        update();
    }
}

void InkCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        start(event->position(), 0.5);
    }
}

void InkCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) {
        extend(event->position(), 0.5);
    }
}

void InkCanvas::tabletEvent(QTabletEvent *event)
{
    if (event->type() == QEvent::TabletPress) {
        start(event->position(), event->pressure());
    } else if (event->type() == QEvent::TabletMove && event->pressure() > 0) {
        extend(event->position(), event->pressure());
    }
    event->accept();
}

void InkCanvas::draw(QPainter &painter, const QColor &ink) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QList<Point> &stroke : m_strokes) {
        for (qsizetype at = 0; at < stroke.size(); ++at) {
            const Point &from = stroke[std::max<qsizetype>(at - 1, 0)];
            painter.setPen(QPen(ink, stroke[at].width, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(from.at, stroke[at].at);
        }
    }
}

void InkCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_look.colour(Token::Line2));
    painter.setBrush(m_look.colour(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const int base = height() * 3 / 4;
    painter.setPen(QPen(m_look.colour(Token::Line), 1, Qt::DashLine));
    painter.drawLine(m_look.px(16), base, width() - m_look.px(16), base);
    draw(painter, m_look.colour(Token::Text));
}

QImage InkCanvas::image() const
{
    static constexpr int Scale = 2; // written small, shown large
    QRectF box;
    for (const QList<Point> &stroke : m_strokes) {
        for (const Point &point : stroke) {
            box |= QRectF(point.at - QPointF(4, 4), QSizeF(8, 8));
        }
    }
    if (box.isEmpty()) {
        return {};
    }
    QImage image(box.size().toSize() * Scale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(Scale, Scale);
    painter.translate(-box.topLeft());
    draw(painter, Qt::black);
    return image;
}

InkDialog::InkDialog(const FormLook &look, QWidget *parent)
    : QDialog(parent)
    , m_canvas(new InkCanvas(look))
{
    setObjectName(u"inkDialog"_s);
    setWindowTitle(tr("Handwriting"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_canvas, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton *clear = buttons->addButton(tr("Clear"), QDialogButtonBox::ResetRole);
    QPushButton *undo = buttons->addButton(tr("Undo stroke"), QDialogButtonBox::ActionRole);
    QPushButton *done = buttons->button(QDialogButtonBox::Ok);
    done->setProperty("role", u"primary"_s);
    done->setEnabled(false);
    connect(clear, &QPushButton::clicked, m_canvas, &InkCanvas::clear);
    connect(undo, &QPushButton::clicked, m_canvas, &InkCanvas::undo);
    connect(m_canvas, &InkCanvas::changed, done, [this, done] {
        done->setEnabled(!m_canvas->isEmpty());
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

PictureEditor::PictureEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_text(new QLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setProperty("role", u"hint"_s);
    row->addWidget(m_text, 1);
    const bool isBoard = module().type.contains("Writing"_L1, Qt::CaseInsensitive);
    auto *choose = new QPushButton(theme().icon(isBoard ? u"handwrite"_s : u"file-image"_s),
                                   isBoard ? tr("Write by hand") : tr("Choose a picture"));
    row->addWidget(choose);
    setInput(choose);
    connect(choose, &QPushButton::clicked, this, [this, isBoard] {
        if (!isBoard) {
            chooseFile();
            return;
        }
        auto *dialog = new InkDialog(look(), window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        FormHost *receiver = &host();
        connect(dialog, &QDialog::accepted, receiver, [receiver, dialog, module = this->id()] {
            Q_EMIT receiver->inkMade(module, dialog->image());
        });
        dialog->open();
    });
    showValue();
}

void PictureEditor::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Choose a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Pictures (*.png *.jpg *.jpeg *.bmp *.gif)"));
    // The page may be built anew while the dialog is open: nothing of this editor is used.
    FormHost *receiver = &host();
    connect(
        dialog, &QFileDialog::fileSelected, receiver, [receiver, module = id()](const auto &path) {
            const QImage image(path);
            if (!image.isNull()) {
                Q_EMIT receiver->inkMade(module, image);
            }
        });
    dialog->open();
}

void PictureEditor::showValue()
{
    const bool isEmpty = shown().isEmpty();
    m_text->setText(isEmpty ? tr("No picture") : tr("A picture is stored on the server."));
}

} // namespace andu::ui
