// The first administrator: the token stands after the '#', where no server or proxy sees it.
import { shortestPassword } from "/field/hub.js";
import { t, fillTexts, linkProblemText } from "/field/text.js";

fillTexts(document);
const form = document.getElementById("form");
const problem = document.getElementById("problem");
const value = id => document.getElementById(id).value;

function show(text) {
    problem.textContent = text;
    problem.hidden = !text;
}

shortestPassword().then(shortest => {
    document.getElementById("password").minLength = shortest;
    document.getElementById("rule").textContent = " · " + t("password_rule", { n: shortest });
}, () => {}); // not heard: the hub says so, too, when it is asked to make the administrator

form.addEventListener("submit", async event => {
    event.preventDefault();
    show("");
    if (value("password") !== value("again"))
        return show(t("passwords_differ"));
    try {
        const answer = await fetch("/api/v1/setup?cookie=1", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({
                token: location.hash.slice(1),
                name: value("name"),
                display_name: value("display"),
                password: value("password"),
            }),
        });
        if (!answer.ok)
            return show(linkProblemText(await answer.json()));
        history.replaceState(null, "", "/setup");
        form.hidden = true;
        document.getElementById("done").hidden = false;
    } catch {
        show(t("no_hub"));
    }
});
