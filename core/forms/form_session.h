// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/account.h"
#include "core/forms/directory.h"
#include "core/forms/form_model.h"
#include "core/forms/log_text.h"
#include "core/forms/routes.h"
#include "core/forms/rules.h"
#include "core/forms/script_runtime.h"
#include "core/forms/values.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

namespace andu::forms {

/// A dictionary of an application, whole.
struct Dictionary
{
    QString id;
    QString name;
    QString alias;
    QString application; ///< Name or id; empty matches any.
    QJsonValue data;
    QString applicationId = {}; ///< The other way to say it.
};

/// Everything a form is opened with. Plain value.
struct FormInput
{
    FormSource source;
    WorkItem work;
    Account user;
    Directory directory;
    QList<Dictionary> dictionaries;
    QDateTime now; ///< Local time that scripts see as the moment of opening.
    ScriptLimits limits;
    bool isLive = true; ///< Keep what is computed at a save up to date; the web client does not.
};

/// A script of the form and what came of it: the worst of its runs.
struct ScriptRun
{
    QString where; ///< Module id or "form", "/" and the event or property.
    ScriptState state = ScriptState::Ran;
    QString detail;

    friend bool operator==(const ScriptRun &, const ScriptRun &) = default;
};

/// State of one module on the form.
struct FieldState
{
    bool isHidden = false; ///< By a script or a style; containers hide what is in them.
    bool isReadonly = false;
    bool isForbidden = false; ///< May not be read (v10 permissions).
    bool isConcealed = false; ///< May not be read, but keeps its place as an empty field.
    bool isEditForbidden = false; ///< May not be edited (v10 permissions).
    QString mark; ///< Message at the field; plain text.
    QString text; ///< Text of a Label or Button.
    QList<Option> options;
    bool hasOptions = false; ///< The list could be resolved.
};

/// A node of the layout as scripts reach it: a module, or plain layout around modules.
struct LayoutPlace
{
    int parent = -1;
    QString module; ///< Empty for plain layout.
    QString tag; ///< HTML name, as far as the layout still tells.
    QStringList holds; ///< The nearest modules below plain layout.
    bool isHidden = false; ///< Of plain layout; modules have their own state.
};

/// What a check of the form found; the form's own rules are reached when no field fails.
struct CheckResult
{
    QList<Failure> fields;
    QList<Failure> form;

    [[nodiscard]] bool isPassed() const { return fields.isEmpty() && form.isEmpty(); }
};

/// One form open on one work: values, states, rules and scripts. No widget, no I/O. Single thread.
class FormSession : public QObject
{
    Q_OBJECT

public:
    /// Loads the form: defaults, options, permissions and load events, in the web client's order.
    explicit FormSession(FormInput input);
    ~FormSession() override;

    [[nodiscard]] const FormModel &model() const { return m_model; }
    [[nodiscard]] const WorkItem &work() const { return m_input.work; }
    /// Files as they are now; rules that count them see these.
    void setAttachments(const QList<Attachment> &files) { m_input.work.attachments = files; }
    [[nodiscard]] const Directory &directory() const { return m_input.directory; }
    [[nodiscard]] bool isReadonly() const { return m_isReadonly; }
    [[nodiscard]] FieldState state(const QString &id) const { return m_states.value(id); }
    /// False when the module or something around it is hidden or may not be read.
    [[nodiscard]] bool isShown(const QString &id) const;
    [[nodiscard]] const QList<FormNote> &notes() const { return m_notes; }
    /// Every script that was asked for, in the order of the first run.
    [[nodiscard]] const QList<ScriptRun> &scripts() const { return m_runs; }

    /// The person's own value (own section of a sectioned field).
    [[nodiscard]] QJsonValue value(const QString &id) const;
    [[nodiscard]] QJsonValue collected(const QString &id) const;
    /// The whole value of the key as the data has it, and as a save would send it: with all
    /// sections of a sectioned field.
    [[nodiscard]] QJsonValue wholeValue(const QString &id) const;
    [[nodiscard]] QJsonValue sentValue(const QString &id) const;
    [[nodiscard]] QString shown(const QString &id) const;
    /// What the cells of a grid show, row by row, by field.
    [[nodiscard]] QJsonArray shownRows(const QString &grid) const;
    [[nodiscard]] QJsonObject data() const { return m_data; }

    /// A person's input: written always, `change` runs, the field is checked live.
    void edit(const QString &id, const QJsonValue &value);
    /// A cell of a Datagrid, Datatable or Datatemplate; rows from 0.
    void editCell(const QString &grid, int row, const QString &field, const QJsonValue &value);
    [[nodiscard]] QJsonValue cell(const QString &grid, int row, const QString &field) const;
    [[nodiscard]] int rowCount(const QString &grid) const;
    /// Ends the editing of a row: numbers are formatted, totals and events follow. Returns what
    /// fails.
    QList<Failure> completeRow(const QString &grid, int row);
    /// Row with the defaults of its cells, behind the last when @p at is negative. Returns its
    /// place.
    int addRow(const QString &grid, int at = -1, const QJsonObject &row = {});
    void removeRow(const QString &grid, int row);
    /// Replaces all rows, as pasting does; rows that differ are completed.
    void editRows(const QString &grid, const QJsonValue &value);
    void click(const QString &button);

    [[nodiscard]] QList<RouteChoice> routes();
    void setChoice(const QString &route, const QString &opinion);
    /// Rules of fields and form; @p route is empty for the pass before a route is chosen.
    [[nodiscard]] CheckResult check(const QString &route, const QString &opinion);
    /// Writes the people of a route's selector to the data.
    void choosePeople(const Selector &selector, const QJsonArray &people);
    /// What the submit bar asks for before any field: opinion, people, the route's own rule.
    [[nodiscard]] QList<Failure> checkRoute(const RouteChoice &route, const QString &opinion);
    /// Text an Opinion module holds, to be offered as the opinion.
    [[nodiscard]] QString offeredOpinion() const;

    /// Runs what the form wants done before a save.
    void prepareSave();
    /// The same around a submit: before anything is checked, and when everything is.
    void beginSubmit();
    void prepareSubmit();
    /// Values that are computed whenever data is collected (`compute: save`).
    void computeOnCollect();
    /// Changed keys only, as they are sent. Empty for an untouched form; defaults come along with
    /// the first change, or always for a submit.
    [[nodiscard]] QJsonObject changes(bool withDefaults = false) const;
    /// The server's values of the changed keys.
    [[nodiscard]] QJsonObject base(const QJsonObject &changes) const;
    /// Puts typed values of an earlier session back without running events.
    void restore(const QJsonObject &changes);

    /// Entries of an organisation value; names that the directory knows become its objects.
    [[nodiscard]] QJsonArray people(const QJsonValue &value) const;
    /// Value as a script, a default or a selector writes it: organisation names are looked up.
    [[nodiscard]] QJsonValue resolved(const Module &module, const QJsonValue &value) const;

Q_SIGNALS:
    void valueChanged(const QString &id);
    void stateChanged(const QString &id);
    void noticed(const QString &text);
    void focusWanted(const QString &id);
    /// A script wants the form saved, closed, submitted, or its work to be called differently.
    void saveRequested();
    void closeRequested();
    void processRequested();
    void titleWanted(const QString &title);

private:
    friend class HostAnswers;

    [[nodiscard]] QJsonObject scriptContext() const;
    void buildWithSubforms();
    void readPlaces();
    void readPlaces(const LayoutNode &node, int parent, const QString &around);
    void showPlace(int index, bool isShown);
    [[nodiscard]] bool isPlaceShown(int index) const;
    void load();
    void runIncludes(const QJsonObject &form);
    void loadModules(const QStringList &order);
    void loadSubform(const Module &module);
    void loadModule(const Module &module);
    void loadValue(const Module &module);
    void loadRows(const Module &module);
    void loadOptions(const Module &module);
    [[nodiscard]] QJsonArray loadTree(const Module &module);
    void loadLabel(const Module &module);
    [[nodiscard]] LogSource logSource(const Module &module);
    void nameEntries(const Module &module);
    void writeCascaderText(const Module &module);
    [[nodiscard]] QString shownPath(const Module &module) const;
    void recompute();
    void loadPermissions(const Module &module);
    [[nodiscard]] bool isPermitted(const Module &module, const QString &prefix);
    [[nodiscard]] bool isMyActivity(const QJsonArray &allowed) const;
    [[nodiscard]] bool isMyOrg(const QJsonArray &allowed) const;
    [[nodiscard]] bool isLocked(const Module &module);
    [[nodiscard]] QString sectionKey(const Module &module) const;
    [[nodiscard]] QJsonValue storedValue(const Module &module) const;
    /// Value of `defaultValue` and the fixed lists; nothing when there is none or it cannot run.
    [[nodiscard]] std::optional<QJsonValue> computedDefault(const Module &module);
    [[nodiscard]] QJsonArray fixedPeople(const Module &module);
    [[nodiscard]] QStringList attachmentNames(const Module &module) const;
    [[nodiscard]] QJsonValue sendable(const QString &id, const QString &key) const;
    [[nodiscard]] QString shownSections(const Module &module) const;
    /// Distinguished names of the work, to tell namesakes apart.
    [[nodiscard]] QStringList preferredNames() const;

    ScriptResult runScript(const QString &code, const QString &target, const QString &event);
    void runEvent(const QString &id, const QString &event);
    void runFormEvent(const QString &event);
    void note(const ScriptResult &result, const QString &where);
    void record(const ScriptResult &result, const QString &where);

    enum class Writer { Person, Script, Default, Load };
    void write(const Module &module, const QJsonValue &value, Writer writer);
    void fillDocument(const Module &module, Writer writer);
    /// False when there is no default or it cannot be computed.
    bool applyDefault(const Module &module, Writer writer = Writer::Default);
    void writeKey(const QString &key, const QJsonValue &value, Writer writer);
    void touch(const QString &id, Writer writer);
    [[nodiscard]] QJsonArray rows(const QString &grid) const;
    void setRows(const QString &grid, const QJsonArray &rows, Writer writer);
    void writeCell(const QString &grid, int row, const QString &field, const QJsonValue &value);
    [[nodiscard]] QJsonValue newRow(const Module &grid, const QJsonValue &given);
    [[nodiscard]] QJsonObject totals(const QString &grid, const QJsonArray &rows) const;
    [[nodiscard]] QStringList cellFields(const QString &grid) const;
    [[nodiscard]] QList<Failure>
    checkRow(const Module &grid, int row, const QJsonValue &content, const QString &route);
    [[nodiscard]] QList<Failure> checkOne(const Module &module, const QString &route);
    [[nodiscard]] std::optional<Failure>
    checkField(const Module &module, const QString &route, const QJsonValue &value);
    [[nodiscard]] std::optional<Failure>
    runRule(const QString &code, const QString &field, const QString &rule);

    FormInput m_input;
    FormModel m_model;
    QJsonObject m_data; ///< As scripts see it.
    QHash<QString, FieldState> m_states;
    QHash<QString, QString> m_parents; ///< Module → module around it.
    QList<LayoutPlace> m_places; ///< Every node of the layout; the first is the outermost.
    QHash<QString, int> m_placeOf; ///< Module → its place.
    QSet<QString> m_registered; ///< Modules whose building has begun.
    bool m_isBuilding = false; ///< Modules are being built in their order.
    QSet<QString> m_touched; ///< Keys changed by a person or a script.
    QSet<QString> m_loaded; ///< Modules that have been built.
    QSet<QString> m_defaults; ///< Keys that a default filled.
    QList<FormNote> m_notes;
    QList<ScriptRun> m_runs;
    QHash<QString, qsizetype> m_runPlaces; ///< Index into m_runs by `where`.
    QHash<QString, QString> m_typed; ///< Text that a number field shows after a person's input.
    QHash<QString, QString> m_displayTexts; ///< Names that a script gave to the entries of a field.
    QHash<QString, QJsonArray> m_trees; ///< Options of cascaders.
    QHash<QString, QSet<QString>> m_reads; ///< What a computed field read when it was computed.
    QSet<QString> *m_reading = nullptr; ///< Takes down what the running script reads.
    QSet<QString> m_changedKeys; ///< Written since the last recompute().
    bool m_isRecomputing = false;
    QString m_route;
    QString m_opinion;
    QString m_currentCell; ///< Editor of the cell whose rules or events run.
    QString m_currentGrid;
    int m_currentRow = -1;
    QJsonObject m_currentEntry; ///< Person or log record that a script makes a text of.
    QJsonValue m_cellValue;
    bool m_isReadonly = false;
    bool m_isLoading = true;
    std::unique_ptr<ScriptRuntime> m_scripts;
};

} // namespace andu::forms
