// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/document.h"
#include "core/pdf/verify/filter.h"
#include "core/pdf/verify/revision_diff.h"

#include <QTest>

using namespace andu::pdf::verify;

namespace {

std::optional<Value> read(std::string_view text)
{
    Parser parser(text);
    auto value = parser.takeObject();
    parser.skipSpace();
    return value && parser.atEnd() ? value : std::nullopt;
}

} // namespace

class ParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("dictionary")
            << QByteArray("<< /A 1 /B [2 0 R (x\\)) <4e> true null -.5] >>") << true;
        QTest::newRow("comment inside") << QByteArray("[1 % two ]\n 2]") << true;
        QTest::newRow("name with escapes") << QByteArray("/A#42") << true;
        QTest::newRow("unclosed array") << QByteArray("[1 2") << false;
        QTest::newRow("unclosed string") << QByteArray("(a(b)") << false;
        QTest::newRow("dictionary without value") << QByteArray("<< /A >>") << false;
        QTest::newRow("hex with a letter too many") << QByteArray("<4g>") << false;
        QTest::newRow("number of 30 digits")
            << QByteArray("123456789012345678901234567890") << true;
        QTest::newRow("nested beyond the limit")
            << QByteArray(500, '[') + QByteArray(500, ']') << false;
        QTest::newRow("word") << QByteArray("hello") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void reads()
    {
        QFETCH(QByteArray, source);
        QTEST(read({ source.constData(), std::size_t(source.size()) }).has_value(), "isRead");
    }

    void value_hasMeaning()
    {
        const auto value = read("<< /Name /A#42 /Ref 12 3 R /Text (a\\101\\\n\\n) /Hex <4 1 2> >>");
        QVERIFY(value.has_value());
        QVERIFY(value->at("Name").isName("AB"));
        QCOMPARE(value->at("Ref").number, std::int64_t(12));
        QCOMPARE(value->at("Ref").generation, 3);
        QCOMPARE(value->at("Text").text, std::string("aA\n"));
        QCOMPARE(value->at("Hex").text, std::string("\x41\x20"));
        QVERIFY(value->at("None").isNull());
    }

    void repeatedKey_isNoticed()
    {
        QVERIFY(read("<< /V 1 /V 2 >>")->hasDuplicateKeys);
        QVERIFY(read("[<< /A << /V 1 /#56 2 >> >>]")->hasDuplicateKeys);
        QVERIFY(!read("<< /V 1 /W 2 >>")->hasDuplicateKeys);
    }

    void sameValue_ignoresSpelling()
    {
        QVERIFY(sameValue(*read("<< /A 1 /B (x) >>"), *read("<< /B <78> /A 1.0 >>")));
        QVERIFY(!sameValue(*read("<< /A 1 >>"), *read("<< /A 1 /B 2 >>")));
        QVERIFY(!sameValue(*read("[1 0 R]"), *read("[1 1 R]")));
    }

    void stream_endsWhereLengthSays()
    {
        Parser parser("3 0 obj << /Length 9 >> stream\nendstream\nendstream endobj");
        const auto object = parser.takeIndirect({});
        QVERIFY(object.has_value());
        QVERIFY(object->hasExactLength && object->isClosed);
        QCOMPARE(object->value.dataSize, std::int64_t(9));
    }

    void stream_withWrongLengthIsMarked()
    {
        Parser parser("3 0 obj << /Length 900 >> stream\nabc\nendstream endobj");
        const auto object = parser.takeIndirect({});
        QVERIFY(object.has_value());
        QVERIFY(!object->hasExactLength);
        QCOMPARE(object->value.dataSize, std::int64_t(3));
    }

    void filters_areUndone()
    {
        const auto decode = [](std::string_view raw, std::string_view dict) {
            return decodeStream(raw, *read(dict), 1000).value_or("failed");
        };
        QCOMPARE(decode("48 69>", "<< /Filter /ASCIIHexDecode >>"), std::string("Hi"));
        QCOMPARE(decode("87cURDZ~>", "<< /Filter /ASCII85Decode >>"), std::string("Hello"));
        QCOMPARE(decode("80 0B 60 50 22 0C 0C 85 01>", "<< /Filter [/AHx /LZW] >>"),
                 std::string("-----A---B")); // the example of ISO 32000, 7.4.4.2
        QCOMPARE(decode("x", "<< /Filter /DCTDecode >>"), std::string("failed"));
        QCOMPARE(decode("x", "<< /Filter /FlateDecode >>"), std::string("failed"));
        QCOMPARE(decode(std::string(2000, 'x'), "<< >>"), std::string("failed"));
    }

    void lock_coversNames()
    {
        const FieldLock some{ FieldLock::Action::Include, { "a", "b.c" } };
        QVERIFY(some.covers("a") && some.covers("a.x") && some.covers("b.c") && !some.covers("ab"));
        const FieldLock others{ FieldLock::Action::Exclude, { "a" } };
        QVERIFY(!others.covers("a") && others.covers("b"));
    }

    void xmp_mayRenewDatesOnly()
    {
        const std::string head = "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                                 "xmlns:d='d' xmlns:x='x'><r:Description>";
        const std::string tail = "</r:Description></r:RDF>";
        const std::string then = head + "<x:ModifyDate>1</x:ModifyDate><d:title>T</d:title>" + tail;
        const std::string dated
            = head + "<d:title>T</d:title><x:ModifyDate>2</x:ModifyDate>" + tail;
        const std::string named
            = head + "<x:ModifyDate>1</x:ModifyDate><d:title>U</d:title>" + tail;
        QVERIFY(isHarmlessXmpChange(then, dated, {}));
        QVERIFY(!isHarmlessXmpChange(then, named, {}));
        QVERIFY(!isHarmlessXmpChange(then, head + tail, {}));
        QVERIFY(!isHarmlessXmpChange(then, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", {}));
        QVERIFY(isHarmlessXmpChange({}, then, { "T" }));
    }
};

QTEST_APPLESS_MAIN(ParserTest)
#include "parser_test.moc"
