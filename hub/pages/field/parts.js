// What the page shows above the orders: a line a folder, whose module has a class Part. A part has
//   leave()           nobody is signed in: nothing of the one before is shown to the next
//   load(me)          this account is: what the phone knows of it, so that nothing moves later; a promise
//   forget(me)        this account signs out: nothing of it stays on the phone; a promise
//   outdate(entries)  what the journal told, or nothing where anything may have changed
//   fetch()           asks the hub where something is out of date; throws as call() does
//   cards(now)        what it shows now: elements of the class "part"
// and is given a host: {toast(text), refresh()}.
export * as consult from "./consult/consult.js";
export * as duty from "./duty/duty.js";
