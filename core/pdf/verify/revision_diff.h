// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/change.h"
#include "core/pdf/verify/form_fields.h"
#include "core/pdf/verify/reference_index.h"

#include <map>
#include <unordered_set>

namespace andu::pdf::verify {

/// Which fields a signature froze: /FieldMDP, or the lock of its field.
struct FieldLock
{
    enum class Action { All, Include, Exclude };

    Action action = Action::All;
    std::vector<std::string> fields;

    [[nodiscard]] bool covers(const std::string &name) const;
};

/// What may change after a signature.
struct ChangeRules
{
    bool isCertified = false;
    int level = 2; ///< DocMDP P: 1 nothing, 2 forms and signatures, 3 annotations too.
    std::vector<FieldLock> locks;
};

/// Compares the file as signed with the file as it is, object by object.
///
/// Every object that the signed revision reaches must be the same today. Exempt are only the places
/// where the rules allow an addition; these are compared entry by entry, and what hangs below them
/// is exempt only along that way: an appearance that is also the picture of a page stays frozen. A
/// reference that led nowhere when it was signed must still lead nowhere.
class RevisionDiff
{
public:
    /// @param uses of @p now; shared by all revisions of one file.
    RevisionDiff(const Document &then,
                 const Document &now,
                 ReferenceIndex &uses,
                 ChangeRules rules);

    [[nodiscard]] std::vector<Change> run();

private:
    using Keys = std::set<std::string>;

    // revision_diff.cpp
    void collectChanged();
    [[nodiscard]] bool isChanged(std::int64_t number);
    [[nodiscard]] bool isSameObject(std::int64_t number) const;
    [[nodiscard]] bool isEquivalent(const Value &then, const Value &now) const;
    [[nodiscard]] bool
    isEquivalent(const Value &then, const Value &now, int depth, int &budget) const;
    [[nodiscard]] bool
    isEquivalentDict(const Value &then, const Value &now, int depth, int &budget) const;
    void compareTrailer();
    [[nodiscard]] bool isUntouched();
    void walkFrozen();
    void reach(std::int64_t number, std::string_view key);
    [[nodiscard]] bool scanObject(std::int64_t number, std::string_view key);
    void walkValue(const Value &value, const std::string &path, const Keys &skip);
    void allow(ChangeCode code, std::vector<std::string> parameters = {});
    void forbid(ChangeCode code, std::vector<std::string> parameters = {});
    /// What a dictionary is called when an entry of it differs; the entry comes last.
    struct Place
    {
        ChangeCode code;
        std::vector<std::string> parameters;
        std::optional<Ref> page = std::nullopt; ///< Its ordinal is the first parameter.
    };
    /// Forbids every difference outside @p exemptKeys. @return which of these differ.
    Keys
    compareKeys(const Value &then, const Value &now, const Keys &exemptKeys, const Place &place);
    void exempt(const Value &maybeRef);
    /// Exempt only as entry @p key of object @p owner: a list of fields that is also the list of
    /// contents of a page stays frozen.
    void exemptAt(const Value &maybeRef, std::int64_t owner, std::string_view key);

    // catalog_diff.cpp
    void compareCatalog();
    void compareDss(const Value &then, const Value &now);
    [[nodiscard]] bool isDssList(const Value &list) const;
    void comparePerms(const Value &then, const Value &now);
    [[nodiscard]] std::string pageName(Ref page);
    [[nodiscard]] bool maySpeak() const;
    void comparePages();
    void comparePage(Ref page);
    void compareAnnotations(Ref page, const Value &then, const Value &now);
    [[nodiscard]] bool isHarmlessAnnotation(const Value &annotation) const;
    [[nodiscard]] bool drawsForeignContent(const Value &appearance) const;
    void compareMetadata(const Value &then, const Value &now);
    void compareInfo();

    // structure_diff.cpp
    void compareStructure(const Value &root);
    void compareStructureNode(std::int64_t number,
                              const Value &then,
                              const Value &now,
                              const Keys &exemptKeys);
    void compareParentTree(const Value &then, const Value &now, std::int64_t owner);
    void compareStructureList(const Value &then,
                              const Value &now,
                              std::int64_t owner,
                              const std::string &key);
    [[nodiscard]] bool isPlainStructure(const Value &value, int depth);

    // look_diff.cpp
    [[nodiscard]] std::optional<std::string> lookOf(const Document &document,
                                                    const Value &look) const;
    [[nodiscard]] bool looksLikeItsValue(const FormField &field);
    [[nodiscard]] bool isLookMoved(Ref widget) const;
    [[nodiscard]] bool isLookForeign(const FormField &then, const FormField &now) const;
    [[nodiscard]] bool
    isWidgetForeign(const Value &then, const Value &now, const Value &value) const;
    [[nodiscard]] bool isStateForeign(const Value &then, const Value &now) const;

    // form_diff.cpp
    void compareForm();
    void compareFields();
    void compareFormEntries(const Value &then, const Value &now, std::int64_t owner);
    void compareNeedAppearances(const Value &then, const Value &now);
    void compareXfa(const Value &then, const Value &now, std::int64_t owner);
    void compareFieldList(const Value &then, const Value &now, std::int64_t owner, const char *key);
    void compareInnerNode(Ref node);
    void compareField(const FormField &then, const FormField *now);
    [[nodiscard]] bool mayFill() const;
    [[nodiscard]] std::optional<ChangeCode> freezeReason(const FormField &then,
                                                         const FormField &now) const;
    void compareFieldNode(Ref node, const FormField &field, const Keys &fillable);
    void compareFlags(const Value &then, const Value &now, const FormField &field);
    void checkNewField(const FormField &field);
    [[nodiscard]] std::optional<ChangeCode> newFieldFault(const FormField &field) const;
    [[nodiscard]] std::optional<ChangeCode> newNodeFault(Ref node, bool mayDraw) const;
    [[nodiscard]] bool isVisible(const FormField &field) const;
    [[nodiscard]] bool isOldSignature(const Value &rawValue) const;
    [[nodiscard]] bool isTimestamp(const FormField &field) const;
    void compareResources(
        const Value &then, const Value &now, std::int64_t owner, const std::string &key, int depth);

    const Document &m_then;
    const Document &m_now;
    ReferenceIndex &m_uses;
    ChangeRules m_rules;
    Form m_formThen;
    Form m_formNow;
    std::set<std::int64_t> m_moved; ///< Another place in the file.
    std::map<std::int64_t, bool> m_isSame;
    std::set<std::int64_t> m_exempt; ///< Compared entry by entry.
    std::map<std::int64_t, Keys> m_skip; ///< Entries whose content may change.
    /// Exempt objects and the only places, as owner and key, where they are.
    std::map<std::int64_t, std::set<std::pair<std::int64_t, std::string>>> m_places;
    std::set<std::int64_t> m_fields; ///< Nodes of fields that may be filled.
    std::set<std::int64_t> m_structure; ///< Elements of the structure tree that may change.
    std::int64_t m_owner = 0; ///< Object that the walk looks at; 0 for the trailer.
    mutable std::int64_t m_lookBudget = 200'000'000; ///< Bytes of appearances to decode.
    std::map<Ref, std::string> m_pageNames;
    std::set<Ref> m_newWidgets;
    std::set<Ref> m_newNodes; ///< New signature fields and what groups them.
    std::unordered_set<std::int64_t> m_seen;
    std::vector<std::pair<std::int64_t, std::string>> m_open;
    std::set<std::string> m_reported;
    std::vector<Change> m_changes;
};

/// Whether XMP packets or Info dictionaries differ only in dates, tool names and identifiers.
[[nodiscard]] bool isHarmlessXmpChange(const std::string &then,
                                       const std::string &now,
                                       const std::vector<std::string> &knownTexts);

} // namespace andu::pdf::verify
