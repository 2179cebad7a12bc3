// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/change.h"
#include "core/pdf/verify/parser.h"
#include "core/pdf/verify/shown_text.h"

#include <QTest>

#include <set>

using namespace andu::pdf::verify;

namespace {

using Found = std::vector<std::pair<std::int64_t, std::string>>;

Found references(std::string_view source, bool *isRead)
{
    Found found;
    Parser parser(source);
    *isRead = parser.scanReferences("outer", [&](std::int64_t number, std::string_view key) {
        found.emplace_back(number, key);
    });
    return found;
}

} // namespace

class ChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentence_takesItsParameters()
    {
        const Change change = makeChange(ChangeCode::PageEntryChanged, { "3", "Rotate" }, true);
        QCOMPARE(change.what, std::string("page 3: /Rotate changed"));
        QCOMPARE(change.parameters.size(), std::size_t(2));
        QVERIFY(change.isForbidden);
    }

    void sentence_keepsPercentSignsOfParameters()
    {
        const Change change = makeChange(ChangeCode::FieldFilled, { "%1 100%" }, false);
        QCOMPARE(change.what, std::string("field filled: %1 100%"));
    }

    void names_areDistinct()
    {
        std::set<std::string_view> names;
        const int last = int(ChangeCode::ObjectStreamDiffers);
        for (int code = 0; code <= last; ++code) {
            names.insert(nameOf(ChangeCode(code)));
            QVERIFY(!sentenceOf(ChangeCode(code)).empty());
        }
        QCOMPARE(names.size(), std::size_t(last + 1));
    }

    void references_knowTheirKey()
    {
        bool isRead = false;
        const Found found = references(
            "<< /A 1 0 R /B [/Name 2 0 R << /C 3 0 R /D /E >> 4 0 R] /F (5 0 R) /G << >> >>",
            &isRead);
        QVERIFY(isRead);
        QCOMPARE(found, (Found{ { 1, "A" }, { 2, "B" }, { 3, "C" }, { 4, "B" } }));
    }

    void references_ofAnArrayStandUnderTheGivenKey()
    {
        bool isRead = false;
        QCOMPARE(references("[7 0 R [8 0 R]]", &isRead), (Found{ { 7, "outer" }, { 8, "outer" } }));
        QVERIFY(isRead);
    }

    void references_refuseWhatDoesNotNest()
    {
        bool isRead = true;
        QVERIFY(references("] 1 0 R", &isRead).empty());
        QVERIFY(!isRead);
    }

    void shownText_joinsStrings()
    {
        QCOMPARE(shownText("BT (a b) Tj [(c) -3 <64>] TJ << /X (e) >> BDC ET"),
                 std::string("abcde"));
        QVERIFY(showsValue("(Pay) Tj ( 900) Tj", "Pay 900"));
        QVERIFY(!showsValue("(Pay 100) Tj", "Pay 900"));
        QVERIFY(!showsValue("(?) Tj", "\xe4\xb8\xad"));
    }

    void pictures_areOperators()
    {
        QVERIFY(paintsPictures("q /Im0 Do Q"));
        QVERIFY(!paintsPictures("(Do it) Tj /Double gs"));
    }
};

QTEST_GUILESS_MAIN(ChangeTest)
#include "change_test.moc"
