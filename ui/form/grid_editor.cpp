// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/grid_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/cell_delegate.h"
#include "ui/form/form_table.h"
#include "ui/form/grid_exchange.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int MostRowsShown = 12;
constexpr double ButtonRow = 40;
constexpr qsizetype MostImportBytes = 20 * 1024 * 1024;

bool isOn(const QJsonObject &json, QLatin1StringView key)
{
    return forms::scalarText(json, key) != "no"_L1;
}

QString headOf(const GridColumnView &column)
{
    return column.title.startsWith(u'*') ? column.title.mid(1).trimmed() : column.title;
}

} // namespace

GridEditor::GridEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_model(new GridModel(context, id, this))
    , m_view(new GridView(*m_model, context.look))
    , m_total(new TotalRow(*m_model, *m_view, context.look))
    , m_errors(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    connectView();
    auto *table = new QVBoxLayout; // with room for the frame
    table->setContentsMargins(1, 1, 1, 1);
    table->setSpacing(0);
    table->addWidget(m_view);
    table->addWidget(m_total);
    layout->addLayout(table);
    m_total->setVisible(m_model->hasTotals());
    m_errors->setTextFormat(Qt::PlainText);
    m_errors->setWordWrap(true);
    m_errors->setProperty("role", u"danger"_s);
    m_errors->setObjectName(u"errors:"_s + id);
    m_errors->hide();
    layout->addWidget(m_errors);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, look().px(6), 0, 0);
    row->setSpacing(look().px(6));
    addButtons(row);
    layout->addLayout(row);
    setInput(m_view);
    m_view->setAccessibleName(tr("%1, table").arg(module().label));
    fit();
}

void GridEditor::connectView()
{
    auto *delegate = new CellDelegate(*m_model, look(), m_view);
    m_view->setItemDelegate(delegate);
    connect(delegate, &CellDelegate::moveDownWanted, m_view, &GridView::moveDown);
    connect(m_view, &GridView::heightChanged, this, &GridEditor::fit);
    connect(m_view, &GridView::rowWanted, this, &GridEditor::addRow);
    connect(m_view, &GridView::moveWanted, this, &GridEditor::moveRow);
    connect(m_view, &GridView::removeWanted, this, &GridEditor::removeRows);
    connect(m_view, &GridView::pasteWanted, this, &GridEditor::paste);
    connect(m_view, &GridView::undoWanted, &host(), [this] { host().undoStack().undo(); });
    connect(m_view, &GridView::redoWanted, &host(), [this] { host().undoStack().redo(); });
    connect(m_model, &GridModel::errorsChanged, this, &GridEditor::showErrors);
}

void GridEditor::setInvalid(bool isInvalid)
{
    m_isInvalid = isInvalid;
    update();
}

void GridEditor::paintEvent(QPaintEvent *)
{
    QRect frame = m_view->geometry();
    if (m_total->isVisible()) {
        frame |= m_total->geometry();
    }
    QPainter painter(this);
    painter.setPen(theme().colour(m_isInvalid ? Token::Danger : Token::Line));
    painter.drawRect(frame.adjusted(-1, -1, 0, 0));
}

void GridEditor::addButtons(QHBoxLayout *row)
{
    const QJsonObject &json = module().json;
    const bool isEditable = !state().isReadonly;
    const auto add = [&](const QString &icon, const QString &text, const QString &name) {
        auto *button = new QPushButton(theme().icon(icon), text);
        button->setObjectName(name + u':' + id());
        row->addWidget(button);
        return button;
    };
    if (isEditable && isOn(json, "addable"_L1)) {
        connect(add(u"plus"_s, tr("Add row"), u"add"_s), &QPushButton::clicked, this, [this] {
            addRow(-1);
        });
    }
    if (isEditable && isOn(json, "deleteable"_L1)) {
        connect(add(u"trash"_s, tr("Delete row"), u"remove"_s),
                &QPushButton::clicked,
                this,
                [this] { removeRows(m_view->selectedRows()); });
    }
    row->addStretch();
    const QString exchange = json::text(json, "impexpType"_L1);
    if (isEditable && (exchange == "impexp"_L1 || exchange == "imp"_L1)) {
        connect(add(u"download"_s, tr("Import"), u"import"_s),
                &QPushButton::clicked,
                this,
                &GridEditor::chooseImport);
    }
    if (exchange == "impexp"_L1 || exchange == "exp"_L1) {
        connect(add(u"export"_s, tr("Export"), u"export"_s),
                &QPushButton::clicked,
                this,
                &GridEditor::chooseExport);
    }
}

void GridEditor::showValue()
{
    if (m_isBusy) {
        return;
    }
    const int rows = m_model->rowCount();
    m_model->refresh();
    m_total->update();
    rows != m_model->rowCount() ? m_view->fitColumns() : m_view->fitRows();
}

void GridEditor::commit()
{
    // An open cell editor writes what is typed in it and stays open.
    for (FieldEditor *editor : m_view->viewport()->findChildren<FieldEditor *>()) {
        editor->commit();
    }
}

void GridEditor::fit()
{
    const int height = m_view->heightOf(MostRowsShown);
    if (m_view->height() != height || m_view->minimumHeight() != height) {
        m_view->setFixedHeight(height);
        updateGeometry();
    }
}

int GridEditor::estimatedHeight(const FormLook &look, int rows)
{
    return look.px(GridRowHeight) * (std::clamp(rows, 1, MostRowsShown) + 1) + 2
        + look.px(ButtonRow);
}

void GridEditor::showErrors()
{
    QStringList lines;
    QList<int> rows = m_model->errors().keys();
    std::sort(rows.begin(), rows.end());
    for (const int row : std::as_const(rows)) {
        for (const forms::Failure &failure : m_model->errors().value(row)) {
            lines.append(tr("Row %1: %2").arg(row + 1).arg(failure.text));
        }
    }
    static constexpr int MostLines = 5;
    const auto more = lines.size() - MostLines;
    if (more > 0) {
        lines = lines.mid(0, MostLines);
        lines.append(tr("… and %n more", nullptr, int(more)));
    }
    m_errors->setText(lines.join(u'\n'));
    m_errors->setHidden(lines.isEmpty());
    m_view->viewport()->update();
    updateGeometry();
}

void GridEditor::addRow(int at)
{
    if (state().isReadonly || !isOn(module().json, "addable"_L1)) {
        return;
    }
    const bool isFirst = json::text(module().json, "addTo"_L1) == "first"_L1;
    const QJsonValue before = stored();
    const int place = session().addRow(id(), at < 0 && isFirst ? 0 : at);
    if (place < 0) {
        return;
    }
    host().record(id(), before, stored());
    showValue();
    int column = 0;
    while (column + 1 < m_model->columnCount()
           && !(m_model->flags(m_model->index(place, column)) & Qt::ItemIsEditable)) {
        ++column;
    }
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(m_model->index(place, column));
}

void GridEditor::removeRows(QList<int> rows)
{
    if (state().isReadonly || !isOn(module().json, "deleteable"_L1) || rows.isEmpty()) {
        return;
    }
    const QJsonValue before = stored();
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : std::as_const(rows)) {
        session().removeRow(id(), row);
        m_model->setErrors(row, {});
    }
    host().record(id(), before, stored());
    showValue();
    const int next = std::min(rows.last(), m_model->rowCount() - 1);
    if (next >= 0) {
        m_view->setCurrentIndex(m_model->index(next, std::max(0, m_view->currentIndex().column())));
    }
}

void GridEditor::moveRow(int row, int step)
{
    const int column = m_view->currentIndex().column();
    if (!state().isReadonly && m_model->swapRows(row, row + step)) {
        showValue();
        m_view->setCurrentIndex(m_model->index(row + step, std::max(column, 0)));
    }
}

void GridEditor::paste()
{
    const QMimeData *content = QGuiApplication::clipboard()->mimeData();
    const QModelIndex at = m_view->currentIndex();
    if (!content || state().isReadonly) {
        return;
    }
    // Spreadsheets give text with tabs; tables of text documents and pages come as HTML only.
    const QString text = content->text();
    QList<QStringList> lines;
    if (!text.contains(u'\t') && content->hasHtml()) {
        lines = fromHtmlTable(content->html());
    }
    if (lines.isEmpty()) {
        lines = fromSeparated(text, u'\t');
    }
    if (lines.isEmpty()) {
        return;
    }
    m_isBusy = true;
    m_model->writeTexts(
        at.isValid() ? at.row() : m_model->rowCount(), at.isValid() ? at.column() : 0, lines);
    m_isBusy = false;
    showValue();
    showErrors();
}

QList<QStringList> GridEditor::exportLines() const
{
    QList<QStringList> lines;
    QStringList heads;
    for (const GridColumnView &column : m_model->columns()) {
        if (!column.isSequence()) {
            heads.append(headOf(column));
        }
    }
    lines.append(heads);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (!m_model->columns()[column].isSequence()) {
                cells.append(m_model->text(row, column));
            }
        }
        lines.append(cells);
    }
    return lines;
}

int GridEditor::importLines(const QList<QStringList> &lines)
{
    if (lines.size() < 2) {
        return 0;
    }
    // Column of the file for each column of the grid, by name; files have more and other columns.
    QList<qsizetype> places;
    qsizetype known = 0;
    for (const GridColumnView &column : m_model->columns()) {
        if (column.isSequence()) {
            continue;
        }
        qsizetype place = -1;
        for (qsizetype at = 0; at < lines.first().size(); ++at) {
            if (lines.first()[at].trimmed() == headOf(column)) {
                place = at;
            }
        }
        known += place >= 0 ? 1 : 0;
        places.append(place);
    }
    if (known == 0) {
        return 0;
    }
    QList<QStringList> rows;
    for (const QStringList &line : lines.mid(1)) {
        QStringList cells;
        for (const qsizetype place : std::as_const(places)) {
            cells.append(line.value(place));
        }
        if (!cells.join(QString()).trimmed().isEmpty()) {
            rows.append(cells);
        }
    }
    m_isBusy = true;
    const int written = m_model->writeTexts(m_model->rowCount(), 0, rows);
    m_isBusy = false;
    showValue();
    showErrors();
    return written;
}

void GridEditor::chooseImport()
{
    auto *dialog = new QFileDialog(window(), tr("Import rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Tables (*.xlsx *.csv *.txt)"));
    connect(dialog, &QFileDialog::fileSelected, this, &GridEditor::importFile);
    dialog->open();
}

void GridEditor::importFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MostImportBytes) {
        m_errors->setText(tr("This file cannot be read."));
        m_errors->show();
        return;
    }
    const QByteArray bytes = file.readAll();
    int written = 0;
    if (bytes.startsWith("PK")) {
        const auto lines = readXlsx(bytes);
        written = lines ? importLines(*lines) : 0;
    } else {
        written = importLines(readCsv(bytes));
    }
    if (written == 0) {
        m_errors->setText(tr("No rows were found. The first line must hold the names of the "
                             "columns, as in an exported file."));
        m_errors->show();
    }
}

void GridEditor::chooseExport()
{
    auto *dialog = new QFileDialog(window(), tr("Export rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("Workbook (*.xlsx)"), tr("Text table (*.csv)") });
    dialog->setDefaultSuffix(u"xlsx"_s);
    dialog->selectFile(module().label + u".xlsx"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        QByteArray bytes;
        if (path.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
            bytes = writeCsv(exportLines());
        } else {
            bytes = writeXlsx(exportLines()).value_or(QByteArray());
        }
        const bool isWritten
            = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        if (!isWritten) {
            m_errors->setText(tr("The file could not be written."));
            m_errors->show();
        }
    });
    dialog->open();
}

QWidget *makeGridPaper(const FormContext &context, const forms::Module &module)
{
    static constexpr int MostRows = 2000;
    GridModel model(context, module.id);
    const FormLook &look = context.look;
    QList<TableCell> cells;
    const auto add = [&](int row, int column, const QString &text, bool isHead) {
        const GridColumnView &view = model.columns()[column];
        TableCell cell;
        cell.row = row;
        cell.column = column;
        cell.texts = { CellText{ {}, text, false } };
        cell.font = look.font(isHead ? TypeStep::Small : TypeStep::Base);
        cell.textColour = look.colour(isHead ? Token::Text2 : Token::Text);
        cell.align = (view.isSequence()                               ? Qt::AlignHCenter
                          : view.module.is(forms::ModuleKind::Number) ? Qt::AlignRight
                                                                      : Qt::AlignLeft)
            | Qt::AlignVCenter;
        cell.background = look.colour(isHead ? Token::Surface2 : Token::Surface);
        cell.isHead = isHead && row == 0;
        cell.leastHeight = look.px(28);
        if (view.isSequence()) {
            cell.width = forms::StyleLength{ 44, false };
        } else if (view.width) {
            cell.width = view.width;
        }
        cells.append(cell);
    };
    const int rows = std::min(model.rowCount(), MostRows);
    for (int column = 0; column < model.columnCount(); ++column) {
        add(0, column, headOf(model.columns()[column]), true);
        for (int row = 0; row < rows; ++row) {
            add(row + 1, column, model.text(row, column), false);
        }
        if (model.hasTotals()) {
            add(rows + 1,
                column,
                column == 0 ? GridEditor::tr("Total") : model.total(column),
                true);
        }
    }
    return new FormTable(look, cells, look.lineColour({}));
}

} // namespace andu::ui
