// SPDX-License-Identifier: GPL-3.0-or-later
// Limits on single calls that would allocate without end: the watching thread can stop a script
// between its steps, but not inside one of the engine's own functions. Runs before everything else.
(function () {
    "use strict";

    var global = new Function("return this")();
    var MaxItems = 4000000;
    var MaxPieces = 400000; // of lists that are made of texts or compared one by one
    var MaxChars = 16000000;

    function replaced(target, name, make) {
        var real = target[name];
        if (typeof real !== "function") { return; }
        Object.defineProperty(target, name, { value: make(real), writable: true, configurable: true });
    }
    function bounded(target, name, sizeOf, limit) {
        replaced(target, name, function (real) {
            return function () {
                if (sizeOf.apply(this, arguments) > limit) { throw new RangeError(name + ": too large"); }
                return real.apply(this, arguments);
            };
        });
    }
    var text = String.prototype;
    bounded(text, "repeat", function (count) { return this.length * count; }, MaxChars);
    bounded(text, "padStart", function (length) { return length; }, MaxChars);
    bounded(text, "padEnd", function (length) { return length; }, MaxChars);
    bounded(text, "concat", function () {
        var size = this.length;
        for (var i = 0; i < arguments.length; i++) { size += String(arguments[i]).length; }
        return size;
    }, MaxChars);
    bounded(text, "split", function (separator) {
        return typeof separator === "string" && separator ? this.length / separator.length : this.length;
    }, MaxPieces);
    bounded(text, "match", function (pattern) { return pattern && pattern.global ? this.length : 0; }, MaxPieces);
    // Every character could be one to replace.
    bounded(text, "replace", function (pattern, by) {
        var isMany = pattern instanceof RegExp && pattern.global;
        return typeof by === "function" ? 0 : this.length + (isMany ? this.length + 1 : 1) * String(by).length;
    }, 4 * MaxChars);
    ["toUpperCase", "toLowerCase", "trim", "normalize", "substring", "slice", "substr", "indexOf", "lastIndexOf", "charAt", "charCodeAt", "includes", "search", "localeCompare"].forEach(function (name) {
        bounded(text, name, function () { return this.length; }, 4 * MaxChars);
    });

    ["fill", "reverse", "slice", "map", "concat", "indexOf", "lastIndexOf", "forEach", "every", "some", "filter", "reduce", "splice", "unshift", "shift", "copyWithin", "find", "findIndex", "includes"].forEach(function (name) {
        bounded(Array.prototype, name, function () { return this.length; }, MaxItems);
    });
    ["join", "sort", "toString", "toLocaleString"].forEach(function (name) {
        bounded(Array.prototype, name, function () { return this.length; }, MaxPieces);
    });
    bounded(Array, "from", function (list) { return list ? list.length : 0; }, MaxPieces);
    ["keys", "values", "entries", "getOwnPropertyNames", "assign", "getOwnPropertyDescriptors"].forEach(function (name) {
        bounded(Object, name, function (object, other) {
            var list = name === "assign" ? other : object;
            return typeof list === "string" || Array.isArray(list) ? list.length : 0;
        }, MaxPieces);
    });
    bounded(JSON, "stringify", function (value) { return Array.isArray(value) || typeof value === "string" ? value.length : 0; }, MaxPieces * 4);
    bounded(JSON, "parse", function (value) { return String(value).length; }, MaxChars);
    ["ArrayBuffer", "SharedArrayBuffer", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float32Array", "Float64Array", "DataView", "Atomics"].forEach(function (name) {
        delete global[name];
    });

    // What the environment itself is made of stays what it is: a script that replaces these would
    // take every later script of its form along.
    function fixed(target, names) {
        names.forEach(function (name) {
            if (typeof target[name] === "function") {
                Object.defineProperty(target, name, { value: target[name], writable: false, configurable: false });
            }
        });
    }
    return function () {
        fixed(Function.prototype, ["call", "apply", "bind"]);
        fixed(Object, ["keys", "assign", "create", "defineProperty", "getOwnPropertyDescriptor"]);
        fixed(JSON, ["parse", "stringify"]);
        fixed(Array, ["isArray"]);
        fixed(Array.prototype, ["map", "forEach", "slice", "push", "filter", "concat", "indexOf", "reduce", "shift", "sort", "some"]);
        fixed(String.prototype, ["split", "replace", "indexOf"]);
        fixed(RegExp.prototype, ["test", "exec"]);
    };
})
