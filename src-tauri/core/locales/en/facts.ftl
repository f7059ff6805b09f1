# The dated facts that the product rests on, and how old they are.

# Stands alone, or in another sentence: "checked 3 months ago".
facts-ago = { $unit ->
    [today] today
    [days] { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
    [months] { $count ->
        [one] { $count } month ago
       *[other] { $count } months ago
    }
   *[years] { $count ->
        [one] { $count } year ago
       *[other] { $count } years ago
    }
}

facts-checked = Checked { $ago }.

## Where they belong

facts-group-x = What X does
facts-group-authentik = What authentik does
facts-group-guide = X’s form and screens
facts-group-limits = X’s prices and limits
facts-group-diagnoses = What diagnoses rely on
facts-group-causes = What possible causes rely on
